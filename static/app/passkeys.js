// Says in words what went wrong when a browser made or found no passkey, where people look for it.
document.addEventListener("allauth.error", (event) => {
  const said = document.querySelector("[data-passkey-trouble]");
  if (!said) return;
  event.preventDefault();
  said.hidden = false;
  said.focus();
});
for (const offer of document.querySelectorAll("[data-passkey]")) {
  offer.hidden = !window.PublicKeyCredential;
}
