/** The commonest small words of the languages that turn up in Swedish public texts, in lower case. */
const LISTS = {
  sv: `och att i en som på är av för med det till den har de inte om ett han men var jag sig från vi så kan man när år säger
    hon under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då
    sedan över bara in blir upp även vad få två vill ha många hur mer går sverige kunde genom dessa denna detta vårt vår våra
    ni er ert era du din ditt dina deras dess ingen inget några något någon samt enligt utan innan inom mellan behöver
    måste bör blev blivit varit gör göra ge ger därför eftersom medan ännu redan sådan sådana vilket vilka vilken bland`,
  en: `the of and to in is that for it with as was on are be by this have from or had not but what all were when we there can an
    your which their said if do will each about how up out them then she many some so these would other into has more her
    two like him see could no than been its who now my over did down only may after also our us you they at he his should
    between through must such using any where those both per`,
  de: `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie
    nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein
    wurde sei kann wenn ihre diese unter wir soll ich eines ihr sowie beim können müssen`,
  fr: `de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son nous vous aux
    ou mais leur cette ces comme être ont elle été fait votre notre sans afin entre tout tous peut`,
  es: `de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha este si porque esta
    entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros`,
  da: `og i at det er en til af for på med de den der ikke som har et jeg var om men sig så vi kan han ved fra eller hvor
    være skal vil blev havde efter også når du man hvad over ud under mellem nogle andre kun alle hvis deres bliver
    hun dette disse denne mere meget kunne skulle ville vores jer din dit nu mod samt hvordan hvilke fordi`,
  no: `og i det er på en som til å for av med at de den har ikke om et jeg var men seg så vi kan han fra eller hvor være skal
    vil ble hadde etter også når du man hva over ut under mellom noen andre bare alle hvis deres blir hun dette disse denne
    mer mye kunne skulle ville vår våre deg din nå mot samt hvordan hvilke fordi ikkje eg ein eit vere frå dei`,
  fi: `ja on ei että se hän oli joka mutta niin kuin kun tai ovat myös sekä mukaan sen ole voi jos siitä tämä tämän nyt vain
    jotka jonka sitä kanssa hänen ollut olla he me te mitä miten kaikki asti jälkeen ennen sekä tässä myös voit voidaan
    sinun oma oman jossa joita eli vuoden vuonna`,
  pl: `i w na z do się nie jest to że o jak od za po przez dla oraz lub przy są może być które który która tego tym co czy ale
    już tylko ich jego jej aby ze pod nad`,
  so: `iyo in ka ku oo ah uu ay waa la loo soo wax waxaa ama haddii kale si aan aad lagu laga uga`,
} as const;

export type KnownLanguage = keyof typeof LISTS;

/** The words of each language, Swedish first. */
export const FUNCTION_WORDS: ReadonlyMap<KnownLanguage, ReadonlySet<string>> = new Map(
  Object.entries(LISTS).map(([language, words]) => [language as KnownLanguage, new Set(words.split(/\s+/u))]),
);

/** Small words elsewhere that are, or look like, Swedish words too. */
const SWEDISH_TOO =
  'at is as or no do her his him its man men so mor an by be it not up out use her all den die dem des de du en er es et ha ' +
  'han hun i la le me ne ni nu o on par per plus sa se sei si sin sur te to un var vi y a al da der din ditt ett for ger her ' +
  'jo kan ku la loo lo med mer me mot mig om oo os over oss sig skal som te til under ut vil waa z w ja jag on he am war wie ' +
  'los sin les pas ces ich in ka co od po za si sen tai oma sitten ollut vain me re pod nad so our us did may only ein eg';

function foreignWords(): Map<string, KnownLanguage[]> {
  const swedish = new Set([...FUNCTION_WORDS.get('sv')!, ...SWEDISH_TOO.split(' ')]);
  const words = new Map<string, KnownLanguage[]>();
  for (const [language, list] of FUNCTION_WORDS) {
    if (language === 'sv') continue;
    for (const word of list) {
      if (swedish.has(word)) continue;
      const languages = words.get(word);
      if (languages) languages.push(language);
      else words.set(word, [language]);
    }
  }
  return words;
}

/** Words of other languages that are no Swedish words at all, with the languages they may be. */
export const FOREIGN_WORDS: ReadonlyMap<string, readonly KnownLanguage[]> = foreignWords();
