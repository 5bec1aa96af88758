/* Wakes the GOV.UK components. Every page works without it. */
const library = document.querySelector('link[rel="modulepreload"][data-start]')

if (library) {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported')
  import(library.href).then(({ initAll }) => initAll())
}
