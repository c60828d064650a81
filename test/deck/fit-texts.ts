/** Texts as briefs hold them, and worse. */
export const texts: readonly string[] = [
  'The strike will probably end this week',
  'Both sides meet on Thursday.',
  'The union cut its demand to 4 %, and the port authority answered within the hour.',
  'Moscow and Pyongyang have agreed a three-stage plan: a freeze-for-freeze, then bilateral treaties, then a regional arrangement.',
  'The plan was first described on 27 November 2017 – ten days after the envoy’s visit – and has not been withdrawn since.',
  'It is possible—though no source says so—that the offer was made twice.',
  'North–South talks, US–DPRK talks and the six-party format (2003–2009) are different things.',
  'See https://www.example.org/archive/2017/11/27/road-map?lang=en&page=2#stages for the text.',
  'An and/or clause, a km/h figure, 24/7 cover, 1/2 of the total, N/A and input/output-lists.',
  'He asked: “Who pays?” She answered, “Nobody (yet).” The minutes say ‘noted’…',
  'Costs rose from €1,250,000 to $2.5 million (+12.5 %), i.e. by £0.9m–£1.1m at −3 °C.',
  'COVID-19, F-16s, a T-72, 5,000-strong, mid-2017 and 2026-11-23 all carry hyphens; -5 is a number.',
  'The **bottom line** is *not* what the `appendix` says, see [the note](https://example.org/a_b).',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft tagt morgen',
  'Die Ministerin kündigte für Mittwoch »weitere Schritte« an; über/ähnlich wurde nicht gesprochen.',
  'La présidente a dit : « Nous verrons bien ! » et puis ? Rien, sauf l’évidence.',
  'Премьер-министр заявил, что переговоры продолжатся и/или возобновятся в 2018 году.',
  'Η κυβέρνηση ανακοίνωσε νέα μέτρα για την ενέργεια και τις μεταφορές.',
  'Zażółć gęślą jaźń; Þórður sagði: “já”. Nghị quyết số 12 đã được thông qua.',
  'Non-breaking: 10 000 km, Art. 5 § 2, and a zero​width​space.',
  'Soft hy­phen­ation shows on­ly where a line breaks, un­like co-op­er­a­tion.',
  'Item #1, R&D at AT&T, a@b.example, snake_case, x*y+z=0, 50%-60%, [1], {2}, (3)(4), end.(Next)',
  'A very short one',
  'Sanctions: 14 entities, 22 persons; exemptions: 3; pending: 7; lifted: none.',
  'What would change this judgement? A third test; a visit at the level of ministers; silence after 15 January?',
  'twenty--one, a -- b, x --y, U.S.-led, U.S./EU, e.g.this, 3.14, v1.2.3-beta, A/B/C-test',
];

/** Texts whose scripts break between any two characters. */
export const squareTexts: readonly string[] = [
  '中方表示，将继续推动各方对话谈判。（完）',
  '日本語のテキスト、「引用」と句読点。カタカナー長音も',
  '한국어 문장은 어절 사이와 글자 사이에서 줄이 바뀐다.',
];
