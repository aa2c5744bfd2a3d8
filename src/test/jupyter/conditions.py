"""Hard places: the collection's own programs on a machine that lacks something, or that is somebody else's. Run by .ci/run after a build.

Each condition runs a copy of the collection with one notebook, which draws a chart: where it can go on the outputs are the published ones, to
the byte; where it cannot it says so in one message that names the cause and the next step. What this machine does not allow to try is skipped.
"""
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from test_binder import jupyter_of_theirs

ROOT = pathlib.Path(__file__).resolve().parents[3]
SCRATCH = ROOT / "target/conditions"
NAME = "00_start_here.ipynb"
SPECIFICATION = json.loads((ROOT / ".venv/share/jupyter/kernels/java/kernel.json").read_text(encoding="utf-8"))
JAVA = SPECIFICATION["argv"][0]
TRACE = re.compile(r"Traceback|^\s+at [\w.$/]+\(|Exception in thread", re.MULTILINE)


def allowed(*command):
    return shutil.which(command[0]) and subprocess.run([*command, "true"], capture_output=True).returncode == 0


MOUNTS = allowed("unshare", "-m")
NETS = allowed("unshare", "-n")
SIX = allowed("unshare", "-n", "bash", "-c", "ip link add six type veth peer name seven")
USERS = allowed("unshare", "--user", "--map-user=12345")
needs_mounts = unittest.skipUnless(MOUNTS, "this machine allows no mounts of one's own")


class Place(unittest.TestCase):
    """A copy of the collection."""

    def setUp(self):
        self.root = SCRATCH / self.id().rpartition(".")[2]
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir(parents=True)
        self.addCleanup(shutil.rmtree, self.root, ignore_errors=True)
        for name in ("data", "src/main", "pom.xml", "README.md", "target/classes"):
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            subprocess.run(["cp", "-a", ROOT / name, self.root / name], check=True)
        for path in (ROOT / "target").glob("verdicts*"):
            subprocess.run(["cp", "-a", path, self.root / "target"], check=True)
        # the large part is linked, save what is written anew
        subprocess.run(["cp", "-al", ROOT / ".venv", self.root], check=True)
        for name in ("share/jupyter/kernels/java/kernel.json", "made-from"):
            text = (self.root / ".venv" / name).read_text(encoding="utf-8")
            (self.root / ".venv" / name).unlink()
            (self.root / ".venv" / name).write_text(text, encoding="utf-8")
        (self.root / "notebooks").mkdir()
        for name in (NAME, "boot.jshell"):
            shutil.copy(ROOT / "notebooks" / name, self.root / "notebooks")
        line = next(line for line in (ROOT / "notebooks/published.sha256").read_text(encoding="utf-8").splitlines() if line.endswith(NAME))
        (self.root / "notebooks/published.sha256").write_text(line + "\n", encoding="utf-8")
        readme = self.root / "README.md"
        readme.write_text(re.sub(r"!\[.*\]\(notebooks/.*\)\n", "", readme.read_text(encoding="utf-8")), encoding="utf-8")

    def class_path(self, root=None):
        return SPECIFICATION["argv"][-3].replace(str(ROOT / "target/classes"), f"{self.root if root is None else root}/target/classes")

    def launcher(self, command="run", root=None):
        return [JAVA, "-XX:TieredStopAtLevel=1", "src/main/jupyter/Launcher.java", command, self.class_path(root)]

    def run_it(self, *before, command=None, env=None, status=0, umask=None):
        """What the launcher says, after checking its exit status and that no trace of a stack is in it."""
        given = {**os.environ, **(env or {})}
        ended = subprocess.run([*before, *(command or self.launcher())], cwd=self.root, capture_output=True, text=True, timeout=900, stdin=subprocess.DEVNULL,
                               env={name: value for name, value in given.items() if value is not None}, umask=-1 if umask is None else umask)
        said = ended.stdout + ended.stderr
        self.assertEqual(status, ended.returncode, said)
        self.assertNotRegex(said, TRACE)
        return said

    def is_as_published(self, said):
        self.assertNotIn("Changed:", said)
        self.assertNotIn("Not the published", said)
        self.assertEqual((ROOT / "notebooks" / NAME).read_bytes(), (self.root / "notebooks" / NAME).read_bytes())
        self.assertTrue((self.root / "target/site/index.html").exists())

    def in_mounts(self, script, *before):
        """The launcher after a script of mounts in a name space of its own."""
        return ["unshare", "-m", *before, "bash", "-c", f'set -e\n{script}\nexec "$@"', "bash"]


class CanGoOn(Place):
    @unittest.skipUnless(SIX, "this machine allows no network of one's own")
    def test_with_addresses_of_ipv6_alone_beside_the_loopback(self):
        script = ("set -e\nip link set lo up\nip link add six type veth peer name seven\nip link set six up\nip addr add fd00::6/64 dev six\n"
                  "ip -6 route add default dev six\n! ip -4 route | grep .\nexec \"$@\"")
        self.is_as_published(self.run_it("unshare", "-n", "bash", "-c", script, "bash"))

    @needs_mounts
    def test_without_fonts_and_fontconfig(self):
        (self.root / "target/empty").mkdir()
        hide = (f"for d in /usr/share/fonts /etc/fonts /usr/local/share/fonts; do if [ -d $d ]; then mount --bind {self.root}/target/empty $d; fi; done\n"
                "for l in $(ldconfig -p | sed -n 's/.*=> //p' | grep libfontconfig); do mount --bind /dev/null \"$(readlink -f $l)\" || true; done")
        self.is_as_published(self.run_it(*self.in_mounts(hide)))

    @needs_mounts
    def test_with_a_temporary_folder_that_is_full_and_executes_nothing(self):
        folder = tempfile.gettempdir()
        full = f"mount -t tmpfs -o size=16k,noexec tmpfs {folder}\ndd if=/dev/zero of={folder}/all bs=4k 2>/dev/null || true"
        self.is_as_published(self.run_it(*self.in_mounts(full), env={"TMPDIR": folder}))

    @unittest.skipUnless(USERS, "this machine allows no users of one's own")
    def test_of_a_user_without_a_name_and_a_home(self):
        said = self.run_it("unshare", "--user", "--map-user=12345", env={"HOME": None})
        self.is_as_published(said)
        self.assertEqual([], [str(path) for name in ("?", "~") for path in self.root.rglob(f"[{name}]") if ".venv/lib" not in str(path)])

    def test_files_of_a_shared_folder_follow_the_umask(self):
        subprocess.run(["chmod", "-R", "g+w", self.root / "src"], check=True)
        self.is_as_published(self.run_it(umask=0o002))
        private = [str(path) for folder in ("target", "notebooks", ".venv/share/jupyter/kernels") for path in (self.root / folder).rglob("*")
                   if not path.is_symlink() and path.stat().st_mtime > (self.root / "README.md").stat().st_mtime and not path.stat().st_mode & 0o020]
        # what is copied from .venv keeps its own; temporary files and connection files are private on purpose
        mine = tuple(str(self.root / "target" / name) for name in ("tmp", "jupyter", "classes"))
        self.assertEqual([], [path for path in private if not path.startswith(mine) and not path.endswith(".js")])

    @unittest.skipUnless(shutil.which("mvn"), "no Maven here")
    def test_as_binder_builds_it(self):
        theirs = self.root / "target/theirs"
        jupyter_of_theirs(theirs)
        subprocess.run(["cp", "-a", ROOT / ".binder", self.root], check=True)
        path = f"{theirs}/bin{os.pathsep}{os.environ['PATH']}"
        self.is_as_published(self.run_it(command=["bash", ".binder/postBuild"], env={"PATH": path, "JUPYTER_PLATFORM_DIRS": "1"}))
        made = [json.loads((place / "share/jupyter/kernels/java/kernel.json").read_text(encoding="utf-8")) for place in (self.root / ".venv", theirs)]
        self.assertEqual(*made)
        self.assertIn(str(self.root), json.dumps(made[0]))

    @needs_mounts
    def test_at_the_root_of_the_file_system(self):
        shared = " ".join(name for name in ("usr", "lib", "lib64", "bin", "etc", "proc", "dev", "root", "home", "opt", "tmp") if os.path.isdir(f"/{name}"))
        binds = f"for d in {shared}; do mkdir -p {self.root}/$d; mount --rbind /$d {self.root}/$d; done\nset -- chroot {self.root} \"$@\""
        self.is_as_published(self.run_it(*self.in_mounts(binds), command=self.launcher(root="")))

    def test_no_setting_of_the_user_reaches_jupyterlab(self):
        home, reached = self.root / "target/home-of-a-user", self.root / "reached"
        for name in ("jupyter_server_config.py", "jupyter_lab_config.py"):
            path = home / ".jupyter" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"open({str(reached)!r}, 'w')\n", encoding="utf-8")
        before = sorted(home.rglob("*"))
        log = self.root / "lab.log"
        with open(log, "w", encoding="utf-8") as out:
            lab = subprocess.Popen(self.launcher("lab"), cwd=self.root, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env={**os.environ, "HOME": str(home)})
            try:
                for _ in range(300):
                    time.sleep(1)
                    if lab.poll() is not None or "is running at" in log.read_text(encoding="utf-8"):
                        break
            finally:
                lab.send_signal(signal.SIGTERM)
                lab.wait(60)
        self.assertIn("is running at", log.read_text(encoding="utf-8"))
        self.assertFalse(reached.exists())
        self.assertEqual(before, sorted(home.rglob("*")))


class SaysWhy(Place):
    def test_an_environment_of_somebody_else(self):
        (self.root / ".venv/made-from").unlink()
        self.assertRegex(self.run_it(status=2), r"There is a folder \.venv in .*the collection did not make it\.\n.*move yours elsewhere, or delete it")
        self.assertTrue((self.root / ".venv/pyvenv.cfg").exists())

    def test_a_python_that_is_not_there(self):
        self.assertIn("No Python was found at PYTHON=/nowhere/python.", self.run_it(env={"PYTHON": "/nowhere/python"}, status=2))

    def test_an_environment_that_is_not_whole(self):
        shutil.rmtree(next((self.root / ".venv").glob("lib/python*/site-packages/jupyterlab")))
        self.assertRegex(self.run_it(command=self.launcher("lab"), status=1), r"The environment \.venv is not whole: .*\nDelete the folder \.venv")

    def test_a_table_with_another_byte(self):
        path = self.root / "data/claims/claims.csv"
        path.write_bytes(path.read_bytes() + b"\n")
        said = self.run_it(status=2)
        self.assertRegex(said, r"no notebook was run:\nclaims/claims\.csv: the file is not the one that the data package describes")
        self.assertEqual(1, said.count("claims/claims.csv"))

    def test_a_notebook_that_gives_another_number(self):
        path = self.root / "notebooks" / NAME
        notebook = json.loads(path.read_text(encoding="utf-8"))
        shown = next(output["data"] for cell in notebook["cells"] for output in cell.get("outputs", []))
        shown["text/plain"] = ["Tampered."]
        path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        said = self.run_it()
        self.assertRegex(said, rf"Changed:\n{NAME}, cell \d+: the file has\n.*Tampered")
        self.assertNotIn("Not the published", said)
        self.assertEqual((ROOT / "notebooks" / NAME).read_bytes(), path.read_bytes())

    @needs_mounts
    def test_a_folder_that_cannot_be_written_to(self):
        read_only = f"mount --bind {self.root} {self.root}\nmount -o remount,ro,bind {self.root}\ncd {self.root}"
        self.assertRegex(self.run_it(*self.in_mounts(read_only), status=2), r"Cannot write: .*\n.*\n.*a folder that you can write to")

    @needs_mounts
    def test_a_full_disk(self):
        # the copy on a small disk of its own, with the environment beside it
        full = (f"mkdir {self.root}.disk\nmount -t tmpfs -o size=60m tmpfs {self.root}.disk\ncd {self.root}\ncp -a $(ls -A | grep -v '^.venv$') {self.root}.disk\n"
                f"mkdir {self.root}.disk/.venv\nmount --bind {self.root}/.venv {self.root}.disk/.venv\ndd if=/dev/zero of={self.root}.disk/all bs=4k 2>/dev/null || true\n"
                f"mount --rbind {self.root}.disk {self.root}\ncd {self.root}")
        self.addCleanup(shutil.rmtree, f"{self.root}.disk", ignore_errors=True)
        ended = subprocess.run([*self.in_mounts(full), *self.launcher()], cwd=self.root, capture_output=True, text=True, timeout=900, stdin=subprocess.DEVNULL)
        said = ended.stdout + ended.stderr
        self.assertNotEqual(0, ended.returncode)
        self.assertNotRegex(said, TRACE)
        self.assertRegex(said, r"No space left|disk is full")

    @unittest.skipUnless(NETS, "this machine allows no network of one's own")
    def test_a_machine_without_the_address_of_kernels(self):
        self.assertRegex(self.run_it("unshare", "-n", status=1), r"This machine has no address 127\.0\.0\.1 \(.*\), by which Jupyter talks to its kernels\.\nGive it one")


class Interrupted(Place):
    def test_a_cell_that_runs_away_stops_a_second_after_its_interrupt(self):
        if int(re.search(r'JAVA_VERSION="(\d+)', (pathlib.Path(JAVA).resolve().parents[1] / "release").read_text(encoding="utf-8"))[1]) >= 20:
            self.skipTest("from Java 20 on no thread can be stopped")
        os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
        from jupyter_client import KernelManager

        manager = KernelManager(kernel_name="java")
        manager.start_kernel(cwd=str(ROOT / "notebooks"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            client = manager.client()
            client.start_channels()
            client.wait_for_ready(timeout=300)
            asked = client.execute("while (true) {}")
            time.sleep(5)
            manager.interrupt_kernel()
            self.assertEqual("EvaluationInterruptedException", reply(client, asked)["ename"])
            time.sleep(5)
            spent = -cpu_seconds(manager.provisioner.pid)
            time.sleep(5)
            spent += cpu_seconds(manager.provisioner.pid)
            self.assertLess(spent, 0.3)
            self.assertEqual("ok", reply(client, client.execute("6 * 7"))["status"])
            client.stop_channels()
        finally:
            manager.shutdown_kernel(now=True)


def reply(client, asked):
    while True:
        message = client.get_shell_msg(timeout=60)
        if message["parent_header"].get("msg_id") == asked:
            return message["content"]


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    unittest.main(verbosity=2)
