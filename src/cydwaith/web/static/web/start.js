// Starts the design system's enhancements. Every page works without this file.
const { govuk } = document.querySelector('script[data-govuk]').dataset

if (govuk && 'noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported')
  const { initAll } = await import(govuk)
  initAll()
}
