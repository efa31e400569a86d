/**
 * Swagger UI over this server's own document. A token that is pasted above goes with every "Try it out"; a person who is
 * signed in to the console is already.
 */
const ui = globalThis.SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  filter: true,
  validatorUrl: null,
  onComplete: () => use(signedInToken(), 'The token of the console is used.'),
});

const dark = matchMedia('(prefers-color-scheme: dark)');
const showTheme = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', showTheme);
showTheme();

const input = document.getElementById('token');
document.getElementById('token-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const token = input.value.trim().replace(/^Bearer\s+/i, '');
  if (token) use(token, 'The token is used.');
  else {
    ui.authActions.logout(['bearer']);
    document.getElementById('token-state').textContent = 'No token is used.';
  }
});

function use(token, said) {
  if (!token) return;
  ui.preauthorizeApiKey('bearer', token);
  document.getElementById('token-state').textContent = said;
}

/** The console keeps its session where supabase-js puts it. */
function signedInToken() {
  const session = JSON.parse(localStorage.getItem('flux-session') ?? 'null');
  return session && session.expires_at * 1000 > Date.now() ? session.access_token : null;
}
