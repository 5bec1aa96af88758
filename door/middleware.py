"""No page of ours is kept by a browser or a cache between: each may be about a child."""

from django.utils.cache import cc_delim_re, patch_vary_headers


class NeverKept:
    """Says so on every answer, and says alike whether a page looked at who asks: the difference would tell
    a stranger which addresses have an account."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if "Cache-Control" not in response:
            response["Cache-Control"] = "no-store, private"
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        response["Vary"] = ", ".join(sorted(cc_delim_re.split(response["Vary"])))
        return response
