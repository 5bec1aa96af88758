"""A GOV.UK Notify on this machine: it speaks the same HTTP, takes what is sent, and can be told to be ill."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from notifications_python_client.authentication import decode_jwt_token

SERVICE, SECRET = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY = f"a_test-{SERVICE}-{SECRET}"
EMAIL_TEMPLATE, TEXT_TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a", "740e5834-3a29-46b4-9a6f-16142fde533a"
REQUIRED = {"email": ("email_address", EMAIL_TEMPLATE), "sms": ("phone_number", TEXT_TEMPLATE)}


class Notify:
    """``taken`` is what it took, by its own key. ``ill`` holds one ailment for each coming request."""

    def __init__(self) -> None:
        self.taken: dict[str, dict] = {}
        self.ill: list[int | str] = []
        self.always: int | str | None = None
        self.asked: list[str] = []
        notify = self

        class Door(BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_POST(self):  # noqa: N802 - the name http.server asks for
                notify._answer(self, notify._take)

            def do_GET(self):  # noqa: N802
                notify._answer(self, notify._look)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> "Notify":
        self.thread.start()
        return self

    def __exit__(self, *_) -> None:
        self.server.shutdown()
        self.server.server_close()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def references(self) -> list[str]:
        return [row["reference"] for row in self.taken.values()]

    def becomes(self, status: str) -> None:
        """What it says from now on of everything it took."""
        for row in self.taken.values():
            row["status"] = status

    def _answer(self, door: BaseHTTPRequestHandler, act) -> None:
        given = json.loads(door.rfile.read(int(door.headers.get("Content-Length") or 0)) or "{}")
        ailment = self.ill.pop(0) if self.ill else self.always
        if isinstance(ailment, int):
            return self._say(door, ailment, {"status_code": ailment, "errors": [{"error": "Ill", "message": "Ill."}]})
        if ailment == "hangs up":
            return door.connection.close()
        token = door.headers["Authorization"].removeprefix("Bearer ")
        assert decode_jwt_token(token, SECRET)
        code, answer = act(door.path, given)
        if ailment == "takes it and hangs up":
            return door.connection.close()
        if ailment == "takes it and is slow":
            time.sleep(1)
        if ailment == "takes it and talks nonsense":
            answer = "<html>"
        return self._say(door, code, answer)

    def _say(self, door: BaseHTTPRequestHandler, code: int, answer) -> None:
        body = answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()
        door.send_response(code)
        door.send_header("Content-Type", "application/json")
        door.send_header("Content-Length", str(len(body)))
        door.end_headers()
        door.wfile.write(body)

    def _take(self, path: str, given: dict) -> tuple[int, dict]:
        kind = path.rpartition("/")[2]
        field, template = REQUIRED[kind]
        assert given["template_id"] == template
        assert set(given["personalisation"]) == {"subject", "body"}
        row = {"id": str(uuid4()), "type": kind, "to": given[field], "status": "created", **given}
        self.taken[row["id"]] = row
        return 201, {"id": row["id"], "reference": given["reference"], "content": {}}

    def _look(self, path: str, _: dict) -> tuple[int, dict]:
        parts = urlsplit(path)
        key = parts.path.removeprefix("/v2/notifications").strip("/")
        if not key:
            wanted = parse_qs(parts.query)["reference"][0]
            rows = [row for row in self.taken.values() if row["reference"] == wanted]
            return 200, {"notifications": rows[::-1], "links": {}}
        self.asked.append(key)
        if key not in self.taken:
            return 404, {"status_code": 404, "errors": [{"error": "NoResultFound", "message": "No result found"}]}
        return 200, self.taken[key]
