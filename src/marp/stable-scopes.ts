/** Marpit names each `<style scoped>` and keyframe by chance; the same deck must give the same bytes. */
export function renumberScopes(html: string): (source: string) => string {
  const names = new Map<string, string>();
  for (const [, name] of html.matchAll(/data-marpit-scope-([\w-]{8})/gu)) {
    if (name && !names.has(name)) names.set(name, `s${names.size + 1}`);
  }
  return (source) =>
    source.replace(
      /(data-marpit-scope-|-)([\w-]{8})(?=[^\w-]|$)/gu,
      (match, before: string, name: string) => {
        const stable = names.get(name);
        return stable ? before + stable : match;
      },
    );
}
