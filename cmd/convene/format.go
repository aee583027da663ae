package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"convene/workshop"
	"convene/workshop/format"
)

func newFormat(o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "format",
		Short: "Print the built-in format, to write one of your own",
		Long: "Print the built-in format of a language: a TOML file with the titles, purposes, rules and questions of the steps, " +
			"the times for writing alone, the votes for the name, and the headings of the canvas. " +
			"Its comments say what each line is for.\n\n" +
			"Keep a copy and change what you like; what you leave out stays as it is. " +
			"--format begins workshops in it, with convene new, with convene and with convene serve. " +
			"A workshop keeps the words that it was begun with.",
		Example: `convene format > my.toml
convene format --lang fr > atelier.toml
convene new "Software Craft" --format my.toml`,
		Args: nothing,
		RunE: func(cmd *cobra.Command, _ []string) error {
			l, err := o.language(cmd)
			if err != nil {
				return err
			}
			_, err = cmd.OutOrStdout().Write(format.Page(l))
			return err
		},
	}
	o.takesLang(cmd, "the format")
	return cmd
}

// takesFormat gives a verb that begins workshops the flag for their format.
func (o *options) takesFormat(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.format, "format", "",
		"file with the words of new workshops, in TOML; convene format prints one to begin with")
}

// takesLang gives a verb the flag for the language of what it begins. All other verbs speak that of the workshop that they are
// about, and don't take one that would change nothing.
func (o *options) takesLang(cmd *cobra.Command, of string) {
	cmd.Flags().StringVar(&o.lang, "lang", string(workshop.English), "language of "+of+": "+strings.Join(languageNames(), " or "))
	_ = cmd.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions(languageNames(), cobra.ShellCompDirectiveNoFileComp))
}

// language is what was asked for with --lang.
func (o *options) language(cmd *cobra.Command) (workshop.Language, error) {
	for _, l := range workshop.Languages() {
		if o.lang == string(l) {
			return l, nil
		}
	}
	return "", usageError{fmt.Errorf("%w: there is no --lang %q", workshop.ErrLanguage, o.lang), cmd.CommandPath()}
}

// languageNames are what the languages are called on the command line.
func languageNames() []cobra.Completion {
	var out []cobra.Completion
	for _, l := range workshop.Languages() {
		out = append(out, string(l))
	}
	return out
}

// newFormatOf is what new workshops begin with: a file's format, or the built-in one, in the language that was asked for.
func (o *options) newFormatOf(cmd *cobra.Command) (format.Format, error) {
	l, err := o.language(cmd)
	if err != nil || o.format == "" {
		return format.Format{Lang: l}, err
	}
	page, err := readPlain("the format", o.format, format.MaxBytes)
	if err != nil {
		return format.Format{}, err
	}
	f, err := format.Parse(o.format, page, l)
	if err != nil {
		return format.Format{}, hintedError{err, "convene format prints the built-in one, with what can stand in each line"}
	}
	if cmd.Flags().Changed("lang") && f.Lang != l {
		return format.Format{}, hintedError{
			fmt.Errorf("%s is in %q, and --lang says %q", o.format, f.Lang, l),
			"leave --lang out, or the language in the file",
		}
	}
	return f, nil
}

// readPlain reads a file as far as what it should be can go, and a little further so that it is told that it is too long. What is no
// file on a disk is not opened: a pipe could keep the program waiting where no signal is heard.
func readPlain(what, path string, most int64) ([]byte, error) {
	found, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", what, err)
	}
	if !found.Mode().IsRegular() {
		return nil, fmt.Errorf("read %s: %s is no file; save it as one first", what, path)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", what, err)
	}
	defer file.Close()
	page, err := io.ReadAll(io.LimitReader(file, most+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", what, err)
	}
	return page, nil
}
