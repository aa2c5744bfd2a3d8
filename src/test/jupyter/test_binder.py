"""What Binder runs after it has cloned the collection, without Binder: .binder/postBuild in a scratch folder, with a Maven that only leaves a kernel."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import unittest
import venv

SCRIPT = pathlib.Path(__file__).resolve().parents[3] / ".binder/postBuild"
KERNEL = {"argv": ["java", "{connection_file}"], "display_name": "Java", "language": "java"}
PLACE = ".venv/share/jupyter/kernels/java"
MAVEN = f"""#!/bin/sh
echo "$@" > arguments
mkdir -p {PLACE}
printf '%s' '{json.dumps(KERNEL)}' > {PLACE}/kernel.json
[ -z "$MAVEN_FAILS" ]
"""


def jupyter_of_theirs(place):
    """Binder's own Python is not ours: an environment in a place of its own, which has Jupyter by sight of ours."""
    venv.create(place, with_pip=False)
    (next(place.glob("lib/python*/site-packages")) / "ours.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    for name, program in {"jupyter": "from jupyter_core.command import main as start",
                          "jupyter-kernelspec": "from jupyter_client.kernelspecapp import KernelSpecApp\nstart = KernelSpecApp.launch_instance"}.items():
        # read by both the shell and Python: a first line that names the interpreter may hold no blank
        executable(place / "bin" / name, f"#!/bin/sh\n'''exec' \"{place}/bin/python\" \"$0\" \"$@\"\n' '''\n{program}\nstart()\n")


def executable(path, text):
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


@unittest.skipUnless(os.name == "posix" and shutil.which("bash"), "no bash here")
class PostBuild(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root, self.theirs = pathlib.Path(folder.name) / "clone", pathlib.Path(folder.name) / "theirs"
        self.root.mkdir()
        jupyter_of_theirs(self.theirs)
        executable(self.theirs / "bin/mvn", MAVEN)

    def run_it(self, **more):
        home = self.theirs / "home"
        env = {"PATH": f"{self.theirs}/bin{os.pathsep}{os.environ['PATH']}", "HOME": str(home), "JUPYTER_PLATFORM_DIRS": "1", **more}
        return subprocess.run(["bash", SCRIPT], cwd=self.root, env=env, capture_output=True, text=True, timeout=120)

    def installed(self):
        return sorted(path.relative_to(self.theirs).as_posix() for path in self.theirs.rglob("kernel.json"))

    def test_the_kernel_that_maven_made_is_shown_to_their_jupyterlab(self):
        ended = self.run_it()
        self.assertEqual(0, ended.returncode, ended.stderr)
        self.assertEqual("-B -ntp -q\n", (self.root / "arguments").read_text(encoding="utf-8"))
        self.assertEqual(["share/jupyter/kernels/java/kernel.json"], self.installed())
        self.assertEqual(KERNEL, json.loads((self.theirs / self.installed()[0]).read_text(encoding="utf-8")))
        self.assertEqual(0, self.run_it().returncode, "a second build replaces it")

    def test_a_build_that_fails_stops_it(self):
        self.assertNotEqual(0, self.run_it(MAVEN_FAILS="yes").returncode)
        self.assertEqual([], self.installed())

    def test_binder_installs_what_the_collection_needs(self):
        packages = (SCRIPT.parent / "apt.txt").read_text(encoding="utf-8").split()
        self.assertIn("maven", packages)
        self.assertTrue(any(name.startswith("openjdk-17-jdk") for name in packages))
        self.assertGreaterEqual(tuple(map(int, (SCRIPT.parent / "runtime.txt").read_text().strip().removeprefix("python-").split("."))), (3, 11))


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    unittest.main()
