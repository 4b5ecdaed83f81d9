const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Abbreviations that something always follows: no sentence ends with one. In lower case, without the last stop. */
export const NEVER_LAST = set(`
  t.ex tex ex bl.a s.k sk fr.o.m f.r.o.m t.o.m o.m f.d p.g.a pga m.a.o m.h.a d.v.s dvs f.ö o.a i.o.m f.f.a jfr jmf jmfr
  enl ev evt exkl inkl resp tf kl kap kungl
  kv ca c:a nr dnr d.nr diarienr orgnr org.nr persnr pers.nr avd avsn
  tel tfn tlf
  prof doc dr med.dr fil.dr jur.dr tekn.dr tekn jur teol lic kand civ.ing dir.gen bitr v.ordf mr mrs ms mme
  prof.em utg övers förf
`);

/** Abbreviations only before a figure; elsewhere they are words, or the stop ends the sentence. */
export const BEFORE_NUMBER = set(`
  s sid sidd p pp pkt art bil tab fig st min max prop bet dir rskr skr mot vol v r nr no bd h jan feb febr mars apr jun jul
  aug sep sept okt nov dec årg uppl ed rn rz cirk g d f ref kor mos rom matt upp joh luk mark ps mt mom
`);

/** Abbreviations that may end a sentence: they do when a capital letter follows. */
export const MAY_BE_LAST = set(`
  m.m mm m.fl mfl osv o.s.v etc e.d ed o.d o.dyl e.dyl dyl o.likn t.h t.v f.n fn d.y d.ä f.m e.m fm em u.a u.p.a o.s.a osa
  f.v.b f.k fk v.g.v forts omg anm obs f ff kr tkr kkr mkr mnkr mdkr msek milj mill mdr mljd proc tim h mån st ggr gr gng
  pers pl plur sing ins ung resp.tid fil med leg mag red gen ing vik al ibid a.a a.st inc ltd co jr sr bros
  jan feb febr mars apr jun jul aug sep sept okt nov dec mån tis tisd ons onsd tors torsd fre fred lör lörd sön sönd
  månd dagl veck arb frp förp stk cm mm dl cl ml kg hg g km mil sek
`);
