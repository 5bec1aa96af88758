"""A small house to be ill-treated: the servers, the family's door, a worker and a timekeeper, looked after as always.

Run as a program with the data folder and the door's port. It keeps ``pids.json`` true, for whoever wants to kill.
"""

import json
import sys
import time
from pathlib import Path

from launch import programs, servers
from launch.demo import answers
from launch.house import House, Stopping


def main(folder: Path, port: str) -> None:
    """Start everything, say so in a file, and look after everybody until asked to stop."""
    house = House()
    house.listen()
    (folder / "logs").mkdir(parents=True)
    environment = servers.demo_environment(folder)
    address = f"http://127.0.0.1:{port}"
    try:
        servers.start(house, folder, environment)
        environment |= {"DESK_URL": address, "FAMILY_URL": address}
        for command in (*programs.SET_UP, ["load_demo", "--families", "0"]):
            if code := house.once(programs.manage(command, environment, folder / "logs" / "set-up.log")):
                sys.exit(f"{command[0]} failed with code {code}")
        logs = folder / "logs"
        house.add(programs.door("family", f"127.0.0.1:{port}", 1, 8, environment, logs / "family.log"))
        house.add(programs.worker(environment, logs / "worker.log"))
        house.add(programs.timekeeper(folder, environment, logs / "timekeeper.log"))
        house.until(lambda: answers(f"{address}/health/?task=1"), 90, "The house")
        facts = {
            name: environment[name] for name in ("PGHOST", "PGPORT", "PGUSER", "PGDATABASE") if name in environment
        }
        (folder / "environment.json").write_text(json.dumps(facts))
        while True:
            house.look()
            pids = {one.child.name: one.child.process.pid for one in house.kept if one.child.ended() is None}
            place = folder / "pids.new"
            place.write_text(json.dumps(pids))
            place.replace(folder / "pids.json")
            time.sleep(0.1)
    except Stopping:
        pass
    finally:
        house.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
