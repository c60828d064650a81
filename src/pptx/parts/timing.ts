import type { Appearing } from '../appearing.js';
import { attributes } from '../opc/xml.js';

/**
 * `p:timing` of a slide whose parts appear by clicks, in the form that PowerPoint gives its effect "Appear": what one click brings
 * in stands in one group, the first of it on the click, the rest with it. Empty where nothing appears.
 */
export function timingXml(appearing: readonly Appearing[]): string {
  if (appearing.length === 0) return '';
  const nextId = timeNodeIds();
  const [root, sequence] = [nextId(), nextId()];
  const clicks = [...new Set(appearing.map(({ click }) => click))].sort((a, b) => a - b);
  const groups = clicks.map((click) =>
    clickXml(
      appearing.filter((each) => each.click === click),
      nextId,
    ),
  );
  const main = `<p:cTn id="${sequence}" dur="indefinite" nodeType="mainSeq"><p:childTnLst>${groups.join('')}</p:childTnLst></p:cTn>`;
  const turn = (list: string, event: string) =>
    `<p:${list}><p:cond evt="${event}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:${list}>`;
  const steps = turn('prevCondLst', 'onPrev') + turn('nextCondLst', 'onNext');
  const all = `<p:seq concurrent="1" nextAc="seek">${main}${steps}</p:seq>`;
  return `<p:timing><p:tnLst><p:par><p:cTn id="${root}" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>${all}</p:childTnLst></p:cTn></p:par></p:tnLst>${buildsXml(appearing)}</p:timing>`;
}

function timeNodeIds(): () => number {
  let id = 0;
  return () => {
    id += 1;
    return id;
  };
}

function clickXml(appearing: readonly Appearing[], nextId: () => number): string {
  const [click, together] = [nextId(), nextId()];
  const effects = appearing.map((each, index) => effectXml(each, index === 0, nextId)).join('');
  return group(click, 'indefinite', group(together, '0', effects));
}

function group(id: number, delay: string, inside: string): string {
  return `<p:par><p:cTn id="${id}" fill="hold"><p:stCondLst><p:cond delay="${delay}"/></p:stCondLst><p:childTnLst>${inside}</p:childTnLst></p:cTn></p:par>`;
}

/** Preset 1 of the entrances is "Appear". */
function effectXml({ shape, part, listed }: Appearing, leads: boolean, nextId: () => number): string {
  const values = attributes({
    id: nextId(),
    presetID: 1,
    presetClass: 'entr',
    presetSubtype: 0,
    fill: 'hold',
    // Pairs the effect with its row in the list of builds.
    grpId: listed ? 0 : null,
    nodeType: leads ? 'clickEffect' : 'withEffect',
  });
  const start = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>';
  const target = `<p:spTgt spid="${shape}"${targetXml(part)}`;
  const behaviour = `<p:cBhvr><p:cTn id="${nextId()}" dur="1" fill="hold">${start}</p:cTn><p:tgtEl>${target}</p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>`;
  const set = `<p:set>${behaviour}<p:to><p:strVal val="visible"/></p:to></p:set>`;
  return `<p:par><p:cTn${values}>${start}<p:childTnLst>${set}</p:childTnLst></p:cTn></p:par>`;
}

function targetXml(part: Appearing['part']): string {
  if (part === 'whole') return '/>';
  const inside = part === 'ground' ? '<p:bg/>' : `<p:txEl><p:pRg st="${part}" end="${part}"/></p:txEl>`;
  return `>${inside}</p:spTgt>`;
}

/** The list of builds: a row for each shape with text, by paragraph or as a whole, and whether its ground moves too. */
function buildsXml(appearing: readonly Appearing[]): string {
  const shapes = [...new Set(appearing.filter(({ listed }) => listed).map(({ shape }) => shape))];
  const rows = shapes.map((shape) => {
    const own = appearing.filter((each) => each.shape === shape);
    const texts = own.filter(({ part }) => typeof part === 'number');
    // What comes along with a click says nothing of how deep the text is divided.
    const leading = texts.filter((each) => appearing.find(({ click }) => click === each.click) === each);
    const depth = Math.max(0, ...leading.map(({ level }) => level)) + 1;
    return `<p:bldP${attributes({
      spid: shape,
      grpId: 0,
      build: texts.length > 0 ? 'p' : null,
      bldLvl: depth > 1 ? Math.min(depth, 9) : null,
      animBg: texts.length < own.length ? 1 : null,
    })}/>`;
  });
  return rows.length > 0 ? `<p:bldLst>${rows.join('')}</p:bldLst>` : '';
}
