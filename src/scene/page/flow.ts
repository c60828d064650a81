/** True for what is taken out of the flow by `position`. */
export function isOutOfFlow(style: CSSStyleDeclaration): boolean {
  return style.position === 'absolute' || style.position === 'fixed';
}
