package main

import (
	"bytes"
	"errors"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// The page is not out of date: it names every verb and every flag that help shows.
func TestTheManualNamesEveryVerbAndFlag(t *testing.T) {
	root := newRoot()
	var page bytes.Buffer
	m := manual{out: &page}
	m.write(root, "2026-01-15")
	if m.err != nil {
		t.Fatal(m.err)
	}
	for _, cmd := range root.Commands() {
		if cmd.Hidden {
			continue
		}
		if !strings.Contains(page.String(), "\n.SS \""+cmd.Name()) {
			t.Errorf("nothing about %s", cmd.Name())
		}
		for f := range strings.FieldsSeq(flagsOf(cmd)) {
			if !strings.Contains(page.String(), plain("--"+f)) {
				t.Errorf("%s: nothing about --%s", cmd.Name(), f)
			}
		}
	}
	if !strings.HasPrefix(page.String(), `.TH CONVENE 1 "2026-01-15" "convene `) {
		t.Errorf("it begins with %.60s", page.String())
	}
}

// flagsOf are the names of a verb's flags, with those of every verb.
func flagsOf(cmd *cobra.Command) string {
	var names []string
	for l := range strings.SplitSeq(cmd.Flags().FlagUsages(), "\n") {
		if _, rest, ok := strings.Cut(l, "--"); ok && !strings.HasPrefix(rest, "help") {
			names = append(names, strings.Fields(rest)[0])
		}
	}
	return strings.Join(names, " ")
}

func TestNothingInATextIsTakenForAMacro(t *testing.T) {
	for in, want := range map[string]string{
		".TH X":        "\\&.TH X\n",
		"'quote'":      "\\(aqquote\\(aq\n",
		`a\b --c ~/d`:  "a\\eb \\-\\-c \\(ti/d\n",
		"ordinary – …": "ordinary \\(en ...\n",
	} {
		var page bytes.Buffer
		m := manual{out: &page}
		m.text(plain(in))
		if page.String() != want {
			t.Errorf("%q became %q, want %q", in, page.String(), want)
		}
	}
	if got := argument(`say "no"`); got != `"say \(dqno\(dq"` {
		t.Errorf("as an argument: %s", got)
	}
}

// A page that can't be written is no success.
func TestAManualThatCannotBeWrittenSaysSo(t *testing.T) {
	full := errors.New("the disk is full")
	m := manual{out: failing{full}}
	m.write(newRoot(), "")
	if !errors.Is(m.err, full) {
		t.Errorf("got %v", m.err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestAPageIsDatedByItsRevision(t *testing.T) {
	at := func(value string) *debug.BuildInfo {
		return &debug.BuildInfo{Settings: []debug.BuildSetting{{Key: "vcs", Value: "git"}, {Key: "vcs.time", Value: value}}}
	}
	for value, want := range map[string]string{"2026-01-15T23:30:00-02:00": "2026-01-16", "": "", "yesterday": ""} {
		if got := day(at(value)); got != want {
			t.Errorf("%q is the day %q, want %q", value, got, want)
		}
	}
}
