package main

import (
	"strings"
	"time"

	"github.com/spf13/cobra"

	"convene/store"
)

// completeCode offers the codes of the workshops to a shell, newest first, each with its topic. A file that can't be
// read now, because another convene has it open for one, offers nothing: a shell that is asked for a word has no place
// for a sentence.
func (o *options) completeCode(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var out []cobra.Completion
	if len(args) == 0 {
		_ = o.withExisting(func(s *store.Store) error {
			states, err := loadAll(cmd.Context(), s)
			for _, l := range list(states, time.Now()) {
				if strings.HasPrefix(string(l.Code), strings.ToLower(typed)) {
					out = append(out, cobra.CompletionWithDesc(string(l.Code), l.Topic))
				}
			}
			return err
		}, nil)
	}
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// completeLogLevel offers what --log-level takes.
func completeLogLevel(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	levels := []cobra.Completion{"debug", "info", "warn", "error"}
	return levels, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// offersNothing keeps a shell from offering files where no file is meant.
func offersNothing(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveNoFileComp
}
