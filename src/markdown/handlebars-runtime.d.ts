/** Handlebars without its compiler; the package's own types leave this module empty. */
declare module 'handlebars/runtime.js' {
  import Handlebars from 'handlebars';
  // biome-ignore lint/style/noDefaultExport: it is how the package exports it.
  export default Handlebars;
}
