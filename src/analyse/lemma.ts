import type { Analyser } from './tagger/word.ts';

/**
 * The dictionary form of a word that the tagger has tagged, as UD Swedish-Talbanken has it: a pronoun's is its subject form
 * (dem: de, vårt: vi), a participle's is a participle (tagna: tagen), an adverb's in -t its adjective (snabbt: snabb),
 * a comparative's its positive, a name's keeps its capital. Never empty unless the form is.
 */
export function lemmaOf(form: string, tag: string, lexicon: Analyser): string {
  const lower = form.toLowerCase();
  const [wordClass] = tag.split('|', 1) as [string];
  const fixed = FIXED[wordClass]?.[lower];
  if (fixed !== undefined) return fixed;
  if (wordClass === 'PM') return nameLemma(form, tag, lexicon);
  if (UNINFLECTED.has(wordClass) || tag.endsWith('SMS') || !/\p{L}/u.test(form)) return lower;
  if (tag.startsWith('AB|POS') && OWN_ADVERBS.has(lower)) return lower;
  if (tag === 'AB' && /.{3}igt$/.test(lower)) return lower.slice(0, -1);
  if (tag === 'NN' || tag === 'JJ') return form;
  const known = bestAnalysis(form, tag, lexicon);
  if (known !== undefined) return known;
  return bySuffix(lower, tag) || lower;
}

const UNINFLECTED = new Set(['PP', 'SN', 'IE', 'IN', 'KN', 'PL', 'HA', 'RO', 'UO', 'MAD', 'MID', 'PAD']);

/** Forms whose lemma the word class alone decides. */
const FIXED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  PN: table(`
    det:den dem:de dom:de oss:vi mig:jag mej:jag dig:du dej:du honom:han henne:hon er:ni eder:ni ens:en
    detta:denna dessa:denna denne:denna allt:all alla:all något:någon några:någon nåt:någon nån:någon
    inget:ingen inga:ingen ett:en annat:annan andra:annan vart:var sej:sig mer:mycket mera:mycket mest:mycket
    fler:många flera:många mången:många båda:båda bägge:bägge själva:själv självt:själv`),
  PS: table(`
    min:jag mitt:jag mina:jag din:du ditt:du dina:du sin:sig sitt:sig sina:sig vår:vi vårt:vi våra:vi
    er:ni ert:ni era:ni eder:ni edert:ni edra:ni deras:de dess:den hans:han hennes:hon hens:hen
    varandras:varandra allas:all ingens:ingen någons:någon ens:en bådas:båda andras:annan`),
  DT: table(`
    ett:en det:den dom:de detta:denna dessa:denna denne:denna allt:all alla:all något:någon några:någon nåt:någon
    nån:någon inget:ingen inga:ingen vart:var vartenda:varenda vartannat:varannan dylikt:dylik dylika:dylik`),
  HP: table('vilket:vilken vilka:vilken vems:vem'),
  HD: table('vilket:vilken vilka:vilken hurudant:hurudan hurudana:hurudan'),
  HS: table('vars:vars'),
  RG: table('ett:en'),
  JJ: table(`
    flesta:många fler:många flera:många mindre:lite minsta:liten bra:bra bättre:bra bäst:bra bästa:bra yttre:yttre inre:inre
    övre:övre nedre:nedre undre:undre bakre:bakre främre:främre sämre:dålig sämst:dålig sämsta:dålig
    äldre:gammal äldst:gammal äldsta:gammal äldres:gammal yngre:ung yngst:ung yngsta:ung mer:mycket mera:mycket
    mest:mycket mesta:mycket största:stor större:stor störst:stor sista:sista ena:ena själva:själv självt:själv`),
  AB: table(`
    mer:mycket mera:mycket mest:mycket bättre:bra bäst:bra sämre:illa sämst:illa längre:länge längst:långt
    hellre:gärna helst:gärna mindre:lite minst:lite senare:sen senast:sen oftare:ofta oftast:ofta närmare:nära
    närmast:nära snarare:snarare snarast:snarast knappast:knappast ytterst:ytterst främst:främst
    t.ex.:till_exempel t.ex:till_exempel bl.a.:bland_annat bl.a:bland_annat s.k.:så_kallad glatt:glatt något:någon
    d.v.s.:det_vill_säga dvs:det_vill_säga osv:och_så_vidare m.m.:med_mera m.fl.:med_flera`),
  NN: table(`
    kr:krona sid:sida fader:far moder:mor broder:bror pengar:pengar pengarna:pengar pengars:pengar studier:studie
    studierna:studie data:data`),
};

/** Adverbs in -t that are their own lemma and not an adjective's. */
const OWN_ADVERBS = new Set(
  words(`helt långt relativt självfallet skarpt oavsett mycket gott blott alltjämt särskilt måhända ofta nära
    lite gärna länge snart sakta väl illa fort bra`),
);

/** Verbs that live in the s-form only, or mean something else there. */
const DEPONENTS = new Set(
  words(`andas avundas blygas brottas bråkas dagas enas envisas finnas frodas färdas fröjdas glädjas handskas hoppas
    hämnas kivas kramas kräkas kännas lyckas låtsas minnas misslyckas mötas nalkas nojas nöjas retas rymmas skämmas slåss
    svettas synas tampas trivas trängas turas träffas tyckas umgås utspelas vantrivas vidkännas vistas väsnas åldras
    ängslas äcklas djärvas fattas`),
);

/** Whether a verb's s-form is its own and no passive. */
export function isDeponent(lemma: string): boolean {
  return lemma.endsWith('s') && DEPONENTS.has(lemma);
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

function table(text: string): Record<string, string> {
  return Object.fromEntries(words(text).map((pair) => pair.split(':') as [string, string]));
}

function nameLemma(form: string, tag: string, lexicon: Analyser): string {
  if (tag !== 'PM|GEN') return form;
  const known = lexicon.analyses(form).find((analysis) => analysis.tag === 'PM|GEN');
  return known?.lemma ?? (form.replace(/:?s$/, '') || form);
}

/** The lemma of the lexicon's analysis that agrees best with the tag; the class must be the same. */
function bestAnalysis(form: string, tag: string, lexicon: Analyser): string | undefined {
  const analyses = lexicon.analyses(form);
  const sForm = tag.endsWith('|SFO');
  if (!sForm) {
    const same = analyses.find((analysis) => analysis.tag === tag);
    if (same !== undefined) return same.lemma;
  }
  const values = tag.split('|');
  let best: string | undefined;
  let highest = -2;
  for (const analysis of analyses) {
    const own = analysis.tag.split('|');
    if (own[0] !== values[0]) continue;
    let agreement = 0;
    for (let at = 1; at < values.length; at++) agreement += agreementOf(values[at]!, own[at]);
    if (analysis.tag === tag) agreement += 10;
    if (sForm) agreement += deponency(analysis.lemma);
    if (agreement > highest) {
      highest = agreement;
      best = analysis.lemma;
    }
  }
  return best;
}

/** A deponent before the verb that it comes from (hoppas, hoppa), but that verb before an s-form which is a passive (kräva, krävas). */
function deponency(lemma: string): number {
  if (!lemma.endsWith('s')) return 0;
  return isDeponent(lemma) ? 1 : -1;
}

/** 2 for the same value, 1 where one is the other or more (UTR and UTR/NEU), else 0. */
function agreementOf(a: string, b: string | undefined): number {
  if (a === b) return 2;
  return b !== undefined && (a.split('/').includes(b) || b.split('/').includes(a)) ? 1 : 0;
}

/** The first rule whose tag and ending fit makes the lemma. */
const SUFFIX_RULES: readonly (readonly [tag: RegExp, ending: RegExp, lemma: string])[] = [
  [/^NN\|UTR\|PLU\|DEF/, /orna$/, 'a'],
  [/^NN\|UTR\|PLU\|DEF/, /(?:arna|erna|na)$/, ''],
  [/^NN\|NEU\|PLU\|DEF/, /(?:na|en)$/, ''],
  [/^NN\|UTR\|PLU\|IND/, /or$/, 'a'],
  [/^NN\|UTR\|PLU\|IND/, /(?<=.{2})(?:are)$/, 'are'],
  [/^NN\|UTR\|PLU\|IND/, /(?<=.{2})(?:ar|er|s)$/, ''],
  [/^NN\|NEU\|PLU\|IND/, /(?<=[aeiouyåäö])n$/, ''],
  [/^NN\|UTR\|SIN\|DEF/, /(?<=[ao])n$/, ''],
  [/^NN\|UTR\|SIN\|DEF/, /(?<=are)n$/, ''],
  [/^NN\|UTR\|SIN\|DEF/, /(?<=.{2})(?:en|n)$/, ''],
  [/^NN\|NEU\|SIN\|DEF/, /(?<=.{2}(?:and|end)e)t$/, ''],
  [/^NN\|NEU\|SIN\|DEF/, /(?<=.{2})(?:et|t)$/, ''],
  [/^VB\|(?:PRS|INF)/, /(?:ar|er|r)$/, 'a'],
  [/^VB\|PRT/, /(?:ade|dde|de|te)$/, 'a'],
  [/^VB\|SUP/, /(?:at|tt|it|t)$/, 'a'],
  [/^VB\|IMP/, /(?<=[^aeiouyåäö])$/, 'a'],
  [/^JJ\|KOM/, /are$/, ''],
  [/^JJ\|SUV/, /aste?$/, ''],
  [/^(?:JJ|AB)\|POS/, /(?<=[^s])t$/, ''],
  [/^JJ\|POS\|.*(?:PLU|DEF)/, /[ae]$/, ''],
  [/^PC\|PRF/, /(?<=[aeiouyåäö])ade$/, 'ad'],
  [/^PC\|PRF/, /ade$/, 'ad'],
  [/^PC\|PRF/, /(?<=[^e])na$/, 'en'],
  [/^PC\|PRF\|NEU/, /at$/, 'ad'],
  [/^PC\|PRF\|NEU/, /et$/, 'en'],
  [/^PC\|PRF\|NEU/, /tt$/, 'dd'],
  [/^PC\|PRF/, /(?<=[dt])a$/, ''],
];

function bySuffix(lower: string, tag: string): string {
  const base = tag.endsWith('GEN') || tag.endsWith('SFO') ? lower.replace(/:?s$/, '') : lower;
  const active =
    tag.endsWith('SFO') && /^VB\|(?:PRS|INF)/.test(tag) && !/[ar]$/.test(base) ? `${base}er` : base;
  for (const [wanted, ending, lemma] of SUFFIX_RULES)
    if (wanted.test(tag) && ending.test(active)) return active.replace(ending, lemma);
  return active;
}
