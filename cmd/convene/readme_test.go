package main

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func readPage(t *testing.T, path string) string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join("../..", path))
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

var (
	indented = regexp.MustCompile(`(?m)^    (convene\b.*)$`)
	inline   = regexp.MustCompile("`([^`\n]+)`")
	bracket  = regexp.MustCompile(`\[(-[^]]*)\]`)
	word     = regexp.MustCompile(`"[^"]*"|\S+`)
)

// commandLines are those of convene on a page: in lines of code, where what they do and which flags there are may stand
// behind them, and within sentences.
func commandLines(page string) []string {
	var out []string
	for _, m := range indented.FindAllStringSubmatch(page, -1) {
		line, about, _ := strings.Cut(m[1], "  ")
		for _, flags := range bracket.FindAllStringSubmatch(about, -1) {
			line += " " + flags[1]
		}
		out = append(out, line)
	}
	for _, m := range inline.FindAllStringSubmatch(page, -1) {
		if m[1] == "convene" || strings.HasPrefix(m[1], "convene ") {
			out = append(out, m[1])
		}
	}
	return out
}

// understood says what is wrong with a command line, as far as verbs and flags go: a text may leave arguments out.
func understood(line string) error {
	root := newRoot()
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd("completion")
	line, _, _ = strings.Cut(line, " | ")
	line, _, _ = strings.Cut(line, " > ")
	cmd, rest, err := root.Find(word.FindAllString(line, -1)[1:])
	if err != nil {
		return err
	}
	cmd.InitDefaultHelpFlag()
	if err := cmd.ParseFlags(rest); err != nil && !errors.Is(err, pflag.ErrHelp) {
		return err
	}
	if cmd == root {
		return noVerb(root, cmd.Flags().Args())
	}
	return nil
}

func TestTheProgramUnderstandsWhatTheReadmeSays(t *testing.T) {
	for _, name := range []string{"README.md", ".github/CHANGELOG.md", ".github/CONTRIBUTING.md", ".github/SECURITY.md"} {
		lines := commandLines(readPage(t, name))
		for _, line := range lines {
			if err := understood(line); err != nil {
				t.Errorf("%s: %s: %v", name, line, err)
			}
		}
		if name == "README.md" && len(lines) < 15 {
			t.Errorf("only %d command lines were found: %q", len(lines), lines)
		}
	}
	for _, wrong := range []string{"convene lsit", "convene list --jsno", "convene export -x", "convene --loud", `convene "new topic"`} {
		if understood(wrong) == nil {
			t.Errorf("%s passes for a command line", wrong)
		}
	}
}

// Every verb that help shows is in the README's table.
func TestTheReadmeNamesEveryVerb(t *testing.T) {
	page := readPage(t, "README.md")
	for _, cmd := range newRoot().Commands() {
		if !cmd.Hidden && !strings.Contains(page, "\n    convene "+cmd.Name()) {
			t.Errorf("nothing about convene %s", cmd.Name())
		}
	}
}

// Flags that stand alone in a sentence exist, too.
func TestTheReadmesFlagsExist(t *testing.T) {
	flags := make(map[string]bool)
	root := newRoot()
	for _, cmd := range append([]*cobra.Command{root}, root.Commands()...) {
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) { flags[f.Name] = true })
	}
	found := 0
	for _, m := range inline.FindAllStringSubmatch(readPage(t, "README.md"), -1) {
		if name, ok := strings.CutPrefix(m[1], "--"); ok {
			found++
			if name, _, _ = strings.Cut(name, " "); !flags[name] {
				t.Errorf("there is no flag --%s", name)
			}
		}
	}
	if found < 5 {
		t.Errorf("only %d flags were found", found)
	}
}

// What a page leads to is there. Elsewhere nobody looks.
func TestLinksLeadSomewhere(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"`)
	for _, name := range []string{"README.md", ".github/CHANGELOG.md", ".github/CONTRIBUTING.md", ".github/SECURITY.md"} {
		for _, m := range link.FindAllStringSubmatch(readPage(t, name), -1) {
			to := m[1] + m[2]
			if strings.HasPrefix(to, "https://") || strings.HasPrefix(to, "#") {
				continue
			}
			path, _, _ := strings.Cut(to, "#")
			if _, err := os.Stat(filepath.Join("../..", filepath.Dir(name), path)); err != nil {
				t.Errorf("%s leads to %s: %v", name, to, err)
			}
		}
	}
}

// .ci/run runs the first line of the README that is a test command: that is all of them.
func TestTheReadmeSaysHowToTestIt(t *testing.T) {
	first := regexp.MustCompile(`(?m)^ *(go test .*)$`).FindStringSubmatch(readPage(t, "README.md"))
	if first == nil || first[0] != "    go test ./..." {
		t.Errorf("the first test command is %q", first)
	}
}
