/** CSS of the presented document: one slide at a time, scaled to the window; paper is left as it is. */
export const playerCss = `
@media screen {
  html, body { height: 100%; background: #15191c; }
  body[data-player] { overflow: hidden; }
  body[data-player] div.marpit > svg { position: absolute; inset: 0; margin: auto; width: 100%; height: 100%; visibility: hidden; }
  body[data-player] div.marpit > svg[data-now] { visibility: visible; }
  div.marpit > svg { margin: 0 auto 24px; max-width: 100%; }
}`;
