import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeFolder, run } from './command.js';

/** Each is long enough for two lines or more; the first has numbers among its words, the second no right-to-left letter. */
const sentences = [
  'ينبغي أن يتفق المجلس على ساعة واحدة لكل منطقة زمنية قبل 30 يونيو 2027 وأن تنسق الدول المتجاورة خياراتها حتى لا تنشأ حدود جديدة في الوقت بين بلد وآخر في الاتحاد',
  'The Council should agree on one clock for each time zone before 30 June 2027, and its members on what is to follow in the years after that.',
];

describe('a right-to-left brief', () => {
  it.each(sentences)('keeps every space of a text that wraps in the PPTX: %s', (sentence) => {
    const cwd = makeFolder();
    writeFileSync(
      join(cwd, 'brief.yaml'),
      `title: ساعة واحدة\nlanguage: ar\nslides:\n  - headline: المجلس\n    points: ["${sentence}"]\n`,
    );
    expect(run(['build', 'brief.yaml', '--to', 'pptx'], cwd).code).toBe(0);
    const parts = unzipSync(new Uint8Array(readFileSync(join(cwd, 'output/brief.pptx'))));
    const slide = parts['ppt/slides/slide2.xml'];
    expect(slide).toBeDefined();
    const xml = slide ? strFromU8(slide) : '';
    const texts = [...xml.matchAll(/<a:p>.*?<\/a:p>/gsu)].map(([paragraph]) =>
      [...paragraph.matchAll(/<a:t>([^<]*)<\/a:t>/gu)].map(([, text]) => text).join(''),
    );
    expect(texts).toContain(sentence);
  });

  it('is written with Latin names, numbers, marks and parts among its words, and found whole in its PDF', () => {
    const points = [...Array(9).keys()].map(
      (count) =>
        `      - ${count} يلتقي الطرفان يوم الخميس في مبنى NATO (رقم 3) في بروكسل، ثم يعودان إلى الميناء بعد اجتماع مع الوزير.`,
    );
    const cwd = makeFolder({
      'brief.yaml': `title: محادثات الميناء\nlanguage: ar\nslides:\n  - headline: سينتهي الإضراب وفق TASS\n    points:\n${points.join('\n')}\n`,
    });
    const { code, err } = run(['build', 'brief.yaml', '--to', 'pdf,pptx'], cwd);
    expect(err).not.toMatch(/LOSS|HDL-4/u);
    expect(code).toBe(0);
  });
});
