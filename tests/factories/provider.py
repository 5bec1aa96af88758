"""A small OpenID Connect provider that really answers: discovery, keys, a sign-in page that says yes, codes and tokens.

It checks what a real one checks: the client's secret, the address to go back to, and the proof key of the code.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "sendpath", "a secret between the two"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Provider(ThreadingHTTPServer):
    """``claims`` is what it says of whoever signs in next."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.claims: dict = {}
        self.refuses = ""
        self.asked: list[dict] = []
        self.codes: dict[str, dict] = {}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.shutdown()
        self.server_close()


class _Answers(BaseHTTPRequestHandler):
    server: Provider

    def log_message(self, *args) -> None:
        """Quiet."""

    def _json(self, data: dict, status: int = 200) -> None:
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        at = urlsplit(self.path)
        url = self.server.url
        if at.path == "/.well-known/openid-configuration":
            self._json(
                {
                    "issuer": url,
                    "authorization_endpoint": f"{url}/authorize",
                    "token_endpoint": f"{url}/token",
                    "userinfo_endpoint": f"{url}/userinfo",
                    "jwks_uri": f"{url}/keys",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                }
            )
        elif at.path == "/authorize":
            self._authorize({name: values[0] for name, values in parse_qs(at.query).items()})
        elif at.path == "/userinfo":
            told = {name: value for name, value in self.server.claims.items() if name not in {"amr", "acr"}}
            self._json(told)
        else:
            self._json({}, 404)

    def _authorize(self, asked: dict) -> None:
        self.server.asked.append(asked)
        code = secrets.token_urlsafe(16)
        self.server.codes[code] = asked
        answer = {"error": self.server.refuses} if self.server.refuses else {"code": code}
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri']}?{urlencode(answer | {'state': asked['state']})}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        sent = {name: values[0] for name, values in parse_qs(self.rfile.read(length).decode()).items()}
        asked = self.server.codes.pop(sent.get("code", ""), None)
        proof = base64.urlsafe_b64encode(hashlib.sha256(sent.get("code_verifier", "").encode()).digest()).rstrip(b"=")
        good = (
            asked is not None
            and (sent.get("client_id"), sent.get("client_secret")) == (CLIENT, SECRET)
            and sent.get("redirect_uri") == asked["redirect_uri"]
            and asked.get("code_challenge_method") == "S256"
            and asked.get("code_challenge") == proof.decode()
        )
        if not good:
            self._json({"error": "invalid_grant"}, 400)
            return
        now = int(time.time())
        claims = {"iss": self.server.url, "aud": CLIENT, "iat": now, "exp": now + 300, **self.server.claims}
        token = jwt.encode(claims, KEY, algorithm="RS256", headers={"kid": "one"})
        self._json({"access_token": secrets.token_urlsafe(8), "token_type": "Bearer", "id_token": token})
