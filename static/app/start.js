/* Wakes the GOV.UK components. Every page works without it. */
const library = document.querySelector('link[rel="modulepreload"][data-start]')

if (library) {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported')
  import(library.href).then(({ initAll }) => initAll())
}

/* Whoever signs out leaves nothing typed behind in the tab. */
for (const form of document.querySelectorAll('form[action*="sign-out"]')) {
  form.addEventListener('submit', () => sessionStorage.clear())
}
