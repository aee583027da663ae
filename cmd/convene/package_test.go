//go:build unix

package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What the release file names is there: it is read on the day of a release only, and by nobody before.
func TestTheReleaseNamesFilesThatExist(t *testing.T) {
	page := readPage(t, ".goreleaser.yaml")
	made := readPage(t, ".packaging/prepare")
	named := regexp.MustCompile(`(?m)(?:src: |postinstall: |preremove: |postremove: |^ {4,}- )((?:\.packaging|\.github)/\S+|LICENSE|README\.md)$`)
	found := named.FindAllStringSubmatch(page, -1)
	if len(found) < 15 {
		t.Errorf("only %d files were found", len(found))
	}
	for _, m := range found {
		if name, ok := strings.CutPrefix(m[1], ".packaging/generated/"); ok {
			if shell, ok := strings.CutPrefix(name, "convene."); !ok || !strings.Contains(made, name) && !strings.Contains(made, " "+shell) {
				t.Errorf("nothing makes %s", m[1])
			}
			continue
		}
		if _, err := os.Stat(filepath.Join("../..", m[1])); err != nil {
			t.Errorf("the release names %s: %v", m[1], err)
		}
	}
}

// The service calls the program as it is.
func TestTheServiceIsACommandLine(t *testing.T) {
	unit := readPage(t, ".packaging/convene.service")
	start := regexp.MustCompile(`(?m)^ExecStart=/usr/bin/(convene .*) \$CONVENE_OPTIONS$`).FindStringSubmatch(unit)
	if start == nil {
		t.Fatal("it starts nothing")
	}
	if err := understood(start[1]); err != nil {
		t.Errorf("%s: %v", start[1], err)
	}
	options := regexp.MustCompile(`CONVENE_OPTIONS=(--\S.*)`).FindStringSubmatch(readPage(t, ".packaging/options"))
	if options == nil {
		t.Fatal("no options are shown")
	}
	if err := understood("convene serve " + options[1]); err != nil {
		t.Errorf("%s: %v", options[1], err)
	}
	if !strings.Contains(readPage(t, ".goreleaser.yaml"), "dst: /etc/convene/facilitators.pub") ||
		!strings.Contains(start[1], " --facilitators /etc/convene/facilitators.pub") {
		t.Error("the package puts the facilitators elsewhere")
	}
}

// The file of facilitators that comes with a package lets nobody in, and says what to do.
func TestThePackagesFacilitatorsAreNobody(t *testing.T) {
	_, err := facilitators(t.Context(), "../../.packaging/facilitators.pub")
	if err == nil || !strings.Contains(err.Error(), "holds no key") {
		t.Errorf("got %v", err)
	}
}

// The scripts of a package are read by any sh, and those that are run can be.
func TestThePackagesScriptsAreScripts(t *testing.T) {
	for _, name := range []string{"prepare", "postinstall", "preremove", "postremove"} {
		path := filepath.Join("../../.packaging", name)
		if out, err := exec.Command("sh", "-n", path).CombinedOutput(); err != nil {
			t.Errorf("%s: %v: %s", name, err, out)
		}
	}
	info, err := os.Stat("../../.packaging/prepare")
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode()&fs.FileMode(0o100) == 0 {
		t.Error("prepare can't be run")
	}
}

// A unit that is gone must not stay in systemd's memory, and an upgrade must not stop what runs.
func TestThePackagesScriptsTellSystemd(t *testing.T) {
	running := t.TempDir() // in the place of what systemd makes when it runs
	for _, tt := range []struct{ script, of, want string }{
		{"postinstall", "configure", "daemon-reload\ntry-restart convene.service\n"},
		{"preremove", "remove", "disable --now convene.service\n"},
		{"preremove", "0", "disable --now convene.service\n"},
		{"preremove", "upgrade", ""},
		{"preremove", "1", ""},
		{"postremove", "remove", "daemon-reload\n"},
		{"postremove", "purge", "daemon-reload\n"},
		{"postremove", "0", "daemon-reload\n"},
		{"postremove", "upgrade", ""},
		{"postremove", "1", ""},
	} {
		script := strings.ReplaceAll(readPage(t, ".packaging/"+tt.script), "/run/systemd/system", running)
		script = "systemctl() { echo \"$@\"; }\nsystemd_sysusers() { :; }\n" + strings.ReplaceAll(script, "systemd-sysusers", "systemd_sysusers")
		said, err := exec.Command("sh", "-c", script, tt.script, tt.of).CombinedOutput()
		if err != nil || string(said) != tt.want {
			t.Errorf("%s %s: systemctl was told %q, want %q (%v)", tt.script, tt.of, said, tt.want, err)
		}
	}
	if page := readPage(t, ".goreleaser.yaml"); !strings.Contains(page, "\n      postremove: .packaging/postremove\n") {
		t.Error("no package runs postremove")
	}
}

// A release page has no paths: what it links, it links in full.
func TestAReleasePageLinksInFull(t *testing.T) {
	for _, m := range regexp.MustCompile(`\]\(([^)]*)\)`).FindAllStringSubmatch(readPage(t, ".goreleaser.yaml"), -1) {
		path, full := strings.CutPrefix(m[1], `{{ replace .ReleaseURL "/releases/tag/" "/blob/" }}/`)
		if !full {
			t.Errorf("a release page links %q", m[1])
		}
		if _, err := os.Stat(filepath.Join("../..", path)); err != nil {
			t.Errorf("a release page links nothing: %v", err)
		}
	}
}

// The workflows run what everybody runs, and nothing of others that can change under the same name. A tag can be moved, a
// commit can't; beside it stands which version that is.
func TestTheWorkflowsRunWhatEverybodyRuns(t *testing.T) {
	uses := regexp.MustCompile(`uses: (.*)`)
	pinned := regexp.MustCompile(`^[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)
	version := regexp.MustCompile(`(?m)^ +version: v\d+\.\d+\.\d+\b`)
	for _, name := range []string{"ci", "release"} {
		page := readPage(t, ".github/workflows/"+name+".yml")
		if !strings.Contains(page, "- run: .ci/run\n") {
			t.Errorf("%s doesn't run .ci/run", name)
		}
		if !strings.Contains(page, "\npermissions:\n  contents: read\n") {
			t.Errorf("%s may do more than read", name)
		}
		for _, m := range uses.FindAllStringSubmatch(page, -1) {
			if !pinned.MatchString(m[1]) {
				t.Errorf("%s uses %s", name, m[1])
			}
		}
		if strings.Contains(page, "goreleaser-action") && !version.MatchString(page) {
			t.Errorf("%s runs any version of goreleaser", name)
		}
	}
}
