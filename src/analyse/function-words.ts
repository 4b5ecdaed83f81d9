/** The commonest small words of the languages that turn up in Swedish public texts, in lower case. */
const LISTS = {
  sv: `och att i en som på är av för med det till den har de inte om ett han men var jag sig från vi så kan man när år säger
    hon under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då
    sedan över bara in blir upp även vad få två vill ha många hur mer går kunde genom dessa denna detta vårt vår våra
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

/** The languages, Swedish first. */
export const LANGUAGES = Object.keys(LISTS);

const NONE: readonly number[] = [];
const byWord = new Map<string, number[]>();
for (const [language, words] of Object.values(LISTS).entries()) {
  for (const word of words.split(/\s+/u)) {
    const languages = byWord.get(word);
    if (languages) languages.push(language);
    else byWord.set(word, [language]);
  }
}

/** The languages that a word in lower case is one of the commonest of, as places in `LANGUAGES`. */
export function languagesOf(word: string): readonly number[] {
  return byWord.get(word) ?? NONE;
}

/** Whether a word in lower case is one of the commonest of Swedish. */
export function isSwedishSmallWord(word: string): boolean {
  return byWord.get(word)?.[0] === 0;
}

/** Small words elsewhere that are, or look like, Swedish words too. */
const SWEDISH_TOO = `af ah al ale all alle am an andre as asti at bare be bis by ces co da de deg del dem den denne der des
  did die din dit ditt do du eg ein el eli en er es este et ett for ger ha han hat he her him his hun ich
  in is it its ja jag jo ka kan ku la las le les like lo loo los man may me med men mer mig mor mot must
  my nad ne ni no not now nu nå når od ole ollut om oma on only oo or os oss our out over par para pas per
  plus po pod re sa se see seg sei sen si sig sin sitten skal so som soo sur tai te til to two un under up
  us use ut vain var vi vil ville von waa war wax wie za`;

const foreign = new Set(byWord.keys());
for (const word of [...LISTS.sv.split(/\s+/u), ...SWEDISH_TOO.split(/\s+/u)]) foreign.delete(word);
for (const word of foreign) if (word.length === 1) foreign.delete(word);

/** Whether a word in lower case is one of the commonest of another language and no Swedish word at all. */
export function isForeignSmallWord(word: string): boolean {
  return foreign.has(word);
}
