"""A person who signs in: one identity everywhere, with dated memberships per authority."""

from secrets import token_urlsafe

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from core import clock
from core.keys import new_key


def new_seed() -> str:
    """What every session of a person hangs on: with a new one, all of them are over."""
    return token_urlsafe(16)


class People(BaseUserManager):
    def create_user(self, email: str, name: str, password: str | None = None) -> "Person":
        """A person with a password, or with none until they choose one."""
        person = self.model(email=self.normalize_email(email).lower(), name=name)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, email: str) -> "Person":
        return self.get(email__iexact=email)


class Person(AbstractBaseUser):
    """Somebody with an email address and a second factor. Powers come from memberships alone."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    opened_at = models.DateTimeField(default=clock.now, help_text="When the account was made, or opened again.")
    idle_since = models.DateField(null=True, blank=True, help_text="Closed because nobody signed in since this day.")
    seed = models.CharField(max_length=32, default=new_seed)

    objects = People()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_person_an_email")]

    class Privacy:
        personal = {"email", "name", "password", "last_login", "seed"}
        plain = {"id", "is_active", "opened_at", "idle_since"}

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name as the person gave it."""
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must match at every request: the password, and the seed that signing out everywhere renews."""
        kept = f"{self.password}:{self.seed}"
        return salted_hmac("sendpath.sessions.person", kept, secret=secret, algorithm="sha256").hexdigest()
