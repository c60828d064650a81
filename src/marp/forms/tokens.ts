/** The tokens of a theme (`--ink: …`), taken out of its CSS for documents that are no slides: rules for `:root`. */
export function themeTokens(css: string, changed: Readonly<Record<string, string>> = {}): string {
  const bare = css.replace(/\/\*[\s\S]*?\*\//gu, '');
  const found = [...bare.matchAll(/(?:^|[;{])\s*(--[\w-]+)\s*:\s*([^;{}]+)/gu)];
  const tokens = new Map(found.map(([, name = '', value = '']) => [name, value.trim()]));
  for (const [name, colour] of Object.entries(changed)) tokens.set(`--${name}`, colour);
  return `:root { ${[...tokens].map(([name, value]) => `${name}: ${value}`).join('; ')}; }`;
}
