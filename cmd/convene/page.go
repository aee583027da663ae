package main

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"convene/store"
	"convene/workshop"
	"convene/workshop/export"
)

// page is what a verb writes of a workshop: in one of the formats, to standard output or into a file.
type page struct{ format, file string }

// flags gives the verb the options that say so.
func (p *page) flags(cmd *cobra.Command) {
	cmd.Flags().StringVarP(&p.format, "format", "f", string(export.FormatMarkdown), "markdown, html, json or csv")
	cmd.Flags().StringVarP(&p.file, "output", "o", "", "write to this file instead of standard output")
	var names []cobra.Completion
	for _, f := range export.Formats() {
		names = append(names, string(f))
	}
	complete := cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp)
	_ = cmd.RegisterFlagCompletionFunc("format", complete) // it fails for unknown flags only
}

// draws writes a page of a workshop, which is in that file.
type draws func(io.Writer, export.Format, *store.Store, workshop.State) error

// write draws the workshop with that code. What can't be read of it any more is said beside what could.
func (p *page) write(o *options, cmd *cobra.Command, code string, draw draws) error {
	f := export.Format(p.format)
	if !slices.Contains(export.Formats(), f) {
		return usageError{export.ErrFormat, cmd.CommandPath()}
	}
	return o.withExisting(func(s *store.Store) error {
		records, unread := load(cmd.Context(), s, code)
		if len(records) == 0 {
			return unread
		}
		var drawn bytes.Buffer
		if err := draw(&drawn, f, s, workshop.Replay(workshop.State{}, records...)); err != nil {
			return errors.Join(err, unread)
		}
		if p.file != "" {
			return errors.Join(writeFile(p.file, drawn.Bytes()), unread)
		}
		_, err := drawn.WriteTo(cmd.OutOrStdout())
		return errors.Join(err, unread)
	}, unknown(code))
}
