package main

import (
	"cmp"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func newMan() *cobra.Command {
	return &cobra.Command{
		Use:    "man",
		Short:  "Print the manual page, for man -l",
		Hidden: true, // it is for whoever makes a package
		Args:   nothing,
		RunE: func(cmd *cobra.Command, _ []string) error {
			m := manual{out: cmd.OutOrStdout()}
			m.write(cmd.Root(), builtOn())
			return m.err
		},
	}
}

// builtOn is the day of the revision that the program was built from; empty when the toolchain noted none.
func builtOn() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	return day(info)
}

// day is that of the revision: the same for everybody who builds it, so that the page is too.
func day(info *debug.BuildInfo) string {
	for _, s := range info.Settings {
		if at, err := time.Parse(time.RFC3339, s.Value); s.Key == "vcs.time" && err == nil {
			return at.UTC().Format(time.DateOnly)
		}
	}
	return ""
}

// manual writes one page about all verbs, in the man macros, which every man knows. fang can make a page too, but it is
// dated by the clock, goes to the process's own output, and says nothing of examples, files and exit codes.
type manual struct {
	out io.Writer
	err error // the first that came while writing
}

type section struct{ title, text string }

// sections are what the verbs themselves don't say.
func sections() []section {
	return []section{
		{"Exit status", `0 when it is done, 1 when it was refused or failed, 2 when the command line was wrong.`},
		{"Files", `$XDG_DATA_HOME/convene/convene.db, usually ~/.local/share/convene/convene.db, holds the workshops; ` +
			`--db names another file. ` +
			`Beside it are host_key, the key of the SSH door, and convene.log, with what happens at the door of the lobby: ` +
			`it is written anew whenever convene opens one, so not with --no-ssh. convene serve tells it on standard error. ` +
			`One convene at a time has the file: while a screen or a server has it open, list, log, replay, export, verify, backup and ` +
			`restore are refused. restore keeps what was there as convene.db.before-restore. Backups are called ` +
			`convene-20260302T090000Z.db, with the time in UTC; a copy of damaged workshops ends in .damaged.db.`},
		{"Environment", `TERM, COLORTERM, COLORFGBG and LANG say what the terminal can show; NO_COLOR leaves the colours out. ` +
			`XDG_DATA_HOME is where data is kept.`},
		{"See also", `ssh(1), ssh-keygen(1)`},
	}
}

func (m *manual) write(root *cobra.Command, day string) {
	m.line(`.TH CONVENE 1 "%s" %s %s`, day, argument("convene "+version()), argument("User Commands"))
	m.heading("Name")
	m.text(root.Name() + ` \- ` + plain(lowered(root.Short)))
	m.heading("Synopsis")
	m.line(".B %s", plain(root.Name()))
	m.line("[verb] [flags]")
	m.heading("Description")
	m.paragraphs(cmp.Or(root.Long, root.Short+"."))
	m.heading("Verbs")
	for _, cmd := range root.Commands() {
		if !cmd.Hidden && cmd.Name() != "help" {
			m.verb(cmd)
		}
	}
	m.heading("Flags of every verb, and of convene alone")
	root.LocalFlags().VisitAll(m.flag)
	m.heading("Examples")
	m.example(root.Example)
	for _, s := range sections() {
		m.heading(s.title)
		m.paragraphs(s.text)
	}
}

// verb is one of the program's verbs, with its own flags and examples.
func (m *manual) verb(cmd *cobra.Command) {
	m.line(".SS %s", argument(strings.TrimPrefix(cmd.UseLine(), "convene ")))
	if cmd.HasAvailableSubCommands() { // completion: one for each shell
		var names []string
		for _, sub := range cmd.Commands() {
			names = append(names, sub.Name())
		}
		m.paragraphs(cmd.Short + ": " + strings.Join(names, ", ") + ".")
		return
	}
	m.paragraphs(cmp.Or(cmd.Long, cmd.Short+"."))
	cmd.LocalNonPersistentFlags().VisitAll(m.flag)
	if cmd.Example != "" {
		m.line(".PP")
		m.line("For example:")
		m.example(cmd.Example)
	}
}

func (m *manual) flag(f *pflag.Flag) {
	if f.Hidden || f.Name == "help" {
		return
	}
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	m.line(".TP")
	if kind, usage := pflag.UnquoteUsage(f); kind == "" {
		m.line(".B %s", plain(name))
		m.text(plain(usage))
	} else {
		m.line(`.BI %s " " %s`, argument(name), placeholder(kind))
		m.text(plain(usage + given(f)))
	}
}

// placeholder stands for what a flag takes, by the name that pflag has for its kind.
func placeholder(kind string) string {
	if kind == "string" {
		return "TEXT"
	}
	return "NUMBER"
}

// given is what a flag is when nobody says otherwise.
func given(f *pflag.Flag) string {
	if f.DefValue == "" || f.DefValue == "0" {
		return ""
	}
	return " (" + f.DefValue + " unless you say otherwise)"
}

// example is lines to be typed, which are neither filled nor broken.
func (m *manual) example(lines string) {
	m.line(".RS 4\n.nf")
	for line := range strings.SplitSeq(lines, "\n") {
		m.text(plain(line))
	}
	m.line(".fi\n.RE")
}

func (m *manual) heading(title string) { m.line(".SH %s", argument(strings.ToUpper(title))) }

// paragraphs are separated by an empty line.
func (m *manual) paragraphs(text string) {
	for i, p := range strings.Split(text, "\n\n") {
		if i > 0 {
			m.line(".PP")
		}
		m.text(plain(p))
	}
}

// text is a line that no macro is read from.
func (m *manual) text(line string) {
	if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
		line = `\&` + line
	}
	m.line("%s", line)
}

func (m *manual) line(format string, args ...any) {
	if m.err == nil {
		_, m.err = fmt.Fprintf(m.out, format+"\n", args...)
	}
}

// plain takes what has a meaning to roff out of a text. A hyphen becomes the sign that people can copy to a shell.
func plain(s string) string {
	return strings.NewReplacer(
		`\`, `\e`, "-", `\-`, "~", `\(ti`, "^", `\(ha`, "'", `\(aq`, "`", `\(ga`, "…", "...", "–", `\(en`,
	).Replace(s)
}

// argument is a text as one argument of a macro.
func argument(s string) string { return `"` + strings.ReplaceAll(plain(s), `"`, `\(dq`) + `"` }

// lowered begins with a small letter, as what stands behind a name does.
func lowered(s string) string { return strings.ToLower(s[:1]) + s[1:] }
