/** One construct of CSS or Markdown, on a slide of its own. */
export interface Case {
  /** As the end of a sentence: `a box …`. */
  readonly name: string;
  /** Rules for `.it`, or whole rules. */
  readonly css: string;
  readonly markdown: string;
  /** What the slide's part must hold, in this order. */
  readonly holds: readonly (string | RegExp)[];
  /** What it must not hold. */
  readonly lacks?: RegExp;
  /** Why it holds a picture of an element; absent where shapes say it. */
  readonly cause?: string;
}

const box = '<div class="it">words</div>';
const picture = '![It](photo.png)';

/** What PPTX says itself. */
export const nativeCases: readonly Case[] = [
  {
    name: 'a list that starts at three, letters and Roman numerals inside',
    css: 'ol ol { list-style: lower-alpha } ol ol ol { list-style: upper-roman }',
    markdown: '3. three\n4. four\n   1. alpha\n   2. beta\n      1. roman\n5. five',
    holds: [
      'type="arabicPeriod" startAt="3"',
      'type="arabicPeriod" startAt="3"',
      'type="alphaLcPeriod"/>',
      'type="alphaLcPeriod"/>',
      'type="romanUcPeriod"/>',
      'type="arabicPeriod" startAt="3"',
    ],
  },
  {
    name: 'discs, circles and squares as large as painted',
    css: '',
    markdown: '- one\n  - two\n    - three',
    holds: [/<a:buSzPct val="7\d{4}"\/>.*?char="●"/u, 'char="○"', 'char="■"'],
  },
  {
    name: 'merged cells',
    css: '',
    markdown:
      '<table><tr><td colspan="2">a</td><td rowspan="2">b</td></tr><tr><td>c</td><td>d</td></tr></table>',
    holds: ['<a:tc gridSpan="2">', '<a:tc hMerge="1">', '<a:tc rowSpan="2">', '<a:tc vMerge="1">'],
  },
  {
    name: 'a turn as the rotation of box and text',
    css: '.it { transform: rotate(10deg) }',
    markdown: box,
    holds: ['<a:xfrm rot="600000">', '<a:t>words</a:t>'],
  },
  {
    name: 'a turn of generated text',
    css: 'section::before { content: "DRAFT"; position: absolute; left: 800px; top: 90px; rotate: -20deg }',
    markdown: 'words',
    holds: ['<a:xfrm rot="20400000">'],
  },
  {
    name: 'a turned picture',
    css: 'img { transform: rotate(90deg) }',
    markdown: picture,
    holds: ['descr="It"', '<a:xfrm rot="5400000">'],
  },
  {
    name: 'corners that differ',
    css: '.it { border-radius: 30px 0 60px 10px }',
    markdown: box,
    holds: ['<a:custGeom>', '<a:arcTo wR="285750" hR="285750"'],
  },
  { name: 'an ellipse', css: '.it { border-radius: 50% }', markdown: box, holds: ['prst="ellipse"'] },
  {
    name: 'an accent at the side of round corners',
    css: '.it { border-left: 12px solid #0b5a66; border-radius: 10px }',
    markdown: box,
    holds: ['prst="roundRect"', / frame".*?<a:custGeom>/u],
  },
  {
    name: 'a radial gradient',
    css: '.it { background: radial-gradient(at 20% 30%, #fff, #000) }',
    markdown: box,
    holds: ['<a:path path="circle"><a:fillToRect l="20000" t="30000" r="80000" b="70000"/>'],
  },
  {
    name: 'a shadow inside, and one that is larger than its box',
    css: '.it { box-shadow: inset 0 0 20px #c00, 0 0 10px 26px #00c }',
    markdown: box,
    holds: ['<a:innerShdw', /<a:outerShdw[^>]* sx="120000"/u],
  },
  {
    name: 'a hard ring and an outline as frames',
    css: '.it { box-shadow: 0 0 0 6px #c00; outline: 2px dashed #00c; outline-offset: 9px }',
    markdown: box,
    holds: [' outline', '<a:ln w="57150"', ' outline', '<a:custDash>'],
  },
  {
    name: 'a tint over a picture, and the text above both',
    css: '.it { background: linear-gradient(#0008, #0008), url(photo.png) center/cover }',
    markdown: box,
    holds: ['<p:pic>', ' tint', '<a:t>words</a:t>'],
  },
  {
    name: 'a picture with frame, round corners and shadow',
    css: 'img { border: 4px solid #333; border-radius: 20px; box-shadow: 5px 5px 8px #888 }',
    markdown: picture,
    holds: ['<p:pic>', 'prst="roundRect"', '<a:ln w="38100"', '<a:outerShdw'],
  },
  {
    name: 'a picture that is cut to its box',
    css: 'img { width: 300px; height: 100px; object-fit: cover; object-position: 0 0 }',
    markdown: picture,
    holds: ['<a:srcRect b="'],
  },
  {
    name: 'what a box cuts off',
    css: '.it { overflow: hidden } .it div { width: 900px; height: 40px; background: #f99 }',
    markdown: '<div class="it"><div></div></div>',
    holds: [/cx="2476500" cy="381000".*?FF9999/u],
  },
  {
    name: 'columns as texts beside each other, with their rule',
    css: '.it { columns: 2; column-gap: 20px; column-rule: 2px solid #c00; width: 600px; height: auto }',
    markdown: `<div class="it">${'many words '.repeat(20)}</div>`,
    holds: ['txBox="1"', 'txBox="1"'],
  },
  {
    name: 'letters cut out of a gradient as letters',
    css: '.it { background: linear-gradient(#c00, #00c); background-clip: text; color: transparent }',
    markdown: box,
    holds: ['<a:t>words</a:t>'],
    lacks: /gradFill|<a:alpha val="0"/u,
  },
];

/** What PPTX has no word for. */
export const pictureCases: readonly Case[] = (
  [
    ['filter: blur(3px)', 'CSS filter'],
    ['backdrop-filter: blur(5px)', 'backdrop filter'],
    ['mix-blend-mode: multiply', 'blend mode'],
    ['mask-image: linear-gradient(#000, transparent)', 'mask'],
    ['transform: skewX(15deg)', 'skewed, mirrored or 3D transform'],
    ['transform: perspective(400px) rotateY(40deg)', 'skewed, mirrored or 3D transform'],
    ['clip-path: circle(60px)', 'clip path'],
    ['background: conic-gradient(red, blue)', 'gradient that Office has not'],
    ['background: url(photo.png)', 'repeated background'],
    ['border: 8px solid; border-image: linear-gradient(red, blue) 1', 'border image'],
    [
      'border: 6px solid; border-color: red blue; border-radius: 20px',
      'borders of several looks on round corners',
    ],
  ] as const
).map(([css, cause]) => ({
  name: css,
  css: `.it { ${css} }`,
  markdown: box,
  holds: ['<p:pic>', '<a:t>words</a:t>'],
  cause,
}));
