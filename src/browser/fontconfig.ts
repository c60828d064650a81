/**
 * A fontconfig file that knows one folder of fonts and nothing of the machine: a text that a deck's own fonts cannot write looks
 * the same everywhere.
 */
export function fontConfig(fonts: string, cache: string): string {
  const text = (path: string) => path.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${text(fonts)}</dir>
<cachedir>${text(cache)}</cachedir>
</fontconfig>
`;
}
