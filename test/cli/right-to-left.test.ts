import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeFolder, run } from './command.js';

/** Long enough for three lines; a number stands among the words. */
const sentence =
  'ينبغي أن يتفق المجلس على ساعة واحدة لكل منطقة زمنية قبل 30 يونيو 2027 وأن تنسق الدول المتجاورة خياراتها حتى لا تنشأ حدود جديدة في الوقت بين بلد وآخر في الاتحاد';

describe('a right-to-left brief', () => {
  it('keeps every space of a text that wraps in the PPTX', () => {
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
});
