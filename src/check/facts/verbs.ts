/** Forms of verbs that a headline may have and that no ending tells. */
const forms = `
am are be been being is was were do does did done has have had having can could may might must shall should will would cannot ought need needs
add agree aim allow appear apply argue arrive ask avoid back bar bear beat become began begin begun bend bet bind bite blame block blow boost break bring
broke brought build built burn buy bought call came carry cast catch caught change choose chose clash climb cling close collapse come compete confirm
continue control cost count cover create creep cross cut dare deal decide decline deepen defend delay demand deny depend describe die differ dig divide
double draw drew drive drop drove eat ease emerge end enter escape exceed expand expect explain face fail fall fear feed feel fell felt fight fill find flee
fled flow fly follow force forget forgo fought found freeze froze gain gave get give go goes gone got grew grow grew halt halve hang happen harm hear held
help hide hinge hit hold hope hurt impose improve increase insist intend invite join jump keep kept kill knew know lack laid land lay lead lean learn leave
led left lend let lie limit link list live look lose lost love lower made make matter mean meant meet met miss move near offer open oppose outlast overtake
owe own pass pay paid persist plan play pledge point pose prefer press prevent prove pull push put quit raise ran reach read recover reduce refuse reject
rely remain remember rest resist return reveal ride ring rise risk rose run said sank saw say scare see seek seem seen sell send sent serve set settle shape
share shift show shown shrink shut signal sit slide slip slow sold sought speak speed spend spent split spoke spread spring stall stand start state stay
steal step stick stop strike strive struck struggle succeed suffer suggest support surge survive sway swing take taken talk taught teach tell tend test
thank think thought threaten threw throw tie told took top torn trade triple trust try turn undermine understand urge use vary vote wait walk want warn
watch weaken wear weigh went win withdraw withdrew withstand won wonder work worry worsen write wrote yield
`;

const known = new Set(forms.trim().split(/\s+/u));

/** Whether an English word may be a verb, by its form; many nouns may. */
export function mayBeVerb(word: string): boolean {
  const plain = word.toLowerCase().replace(/[’']/gu, "'");
  return known.has(plain) || /(?:s|ed|n't|'ll|'re|'ve|ise|ize|ify)$/u.test(plain);
}
