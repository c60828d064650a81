/** Decks that must be done before the rest is guessed at. */
const enough = 3;

/** How far a run has come, `2/8 done  c.yaml, d.yaml`, with the time that the rest will take as soon as that can be said; null when all is done. */
export function progressOf(all: number, now = () => performance.now()) {
  const start = now();
  return (underWay: readonly string[], done: number): string | null => {
    if (underWay.length === 0) return null;
    const left = done < enough ? '' : `, about ${inWords(((now() - start) / done) * (all - done))} left`;
    return `${done}/${all} done${left}  ${underWay.join(', ')}`;
  };
}

function inWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
