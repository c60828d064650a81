/** Handlebars without its compiler; the package's own types leave this module empty. */
declare module 'handlebars/runtime.js' {
  import Handlebars from 'handlebars';
  export = Handlebars;
}
