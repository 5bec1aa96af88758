"""How the queue of tasks behaves. Read by Celery when it is first used."""

from celery.schedules import crontab
from django.conf import settings

from sendpath.env import redis_database

broker_url = redis_database(settings.REDIS_URL, more=0)[1]
broker_connection_retry_on_startup = True
broker_connection_max_retries = None  # the worker waits for as long as the broker is away
broker_transport_options = {
    "socket_connect_timeout": 1,
    "socket_timeout": 3,
    # a task that a killed worker held is handed out again after ten minutes, looked for every five seconds
    "visibility_timeout": 600,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    # a web request rings once and goes on; the post office looks for itself every minute
    "max_retries": 0,
    "interval_start": 0,
    "interval_step": 0,
}
task_publish_retry = False
task_acks_late = True
task_reject_on_worker_lost = True
task_ignore_result = True
task_serializer = "json"
accept_content = ["json"]
worker_prefetch_multiplier = 1
worker_hijack_root_logger = False
timezone = settings.TIME_ZONE
beat_schedule = {
    "post": {"task": "notices.tasks.deliver", "schedule": crontab(), "options": {"expires": 55}},
    "post that went": {
        "task": "notices.tasks.ask_after",
        "schedule": crontab(minute="*/10"),
        "options": {"expires": 550},
    },
    "files": {"task": "documents.tasks.check_waiting", "schedule": crontab(), "options": {"expires": 55}},
    "settings": {"task": "cases.tasks.bring_in_settings", "schedule": crontab(), "options": {"expires": 55}},
    "watch": {"task": "cases.tasks.watch", "schedule": crontab(minute="35"), "options": {"expires": 3000}},
    "answers": {"task": "talking.tasks.watch", "schedule": crontab(minute="50"), "options": {"expires": 3000}},
    "meetings": {"task": "meetings.tasks.watch", "schedule": crontab(minute="20"), "options": {"expires": 3000}},
    "drafts": {"task": "documents.tasks.forget_old_drafts", "schedule": crontab(hour="3", minute="20")},
    "sweep": {"task": "documents.tasks.sweep", "schedule": crontab(hour="3", minute="40")},
    "seal": {"task": "ledger.tasks.seal", "schedule": crontab(hour="1", minute="30")},
    "idle accounts": {"task": "cases.tasks.close_idle", "schedule": crontab(hour="4", minute="15")},
    "news of services": {
        "task": "pathway.tasks.news",
        "schedule": crontab(hour="10", minute="5", day_of_week="mon-fri"),
    },
    "patrol": {"task": "cases.tasks.patrol", "schedule": crontab(hour="2", minute="10")},
}
