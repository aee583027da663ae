package main

import (
	"context"
	"fmt"
	"strings"

	"convene/store"
	"convene/workshop"
)

// load reads the log of one workshop. A code that nobody has used is an error with a hint.
func load(ctx context.Context, s *store.Store, typed string) ([]workshop.Record, error) {
	code := strings.ToLower(strings.TrimSpace(typed))
	records, err := s.Load(ctx, workshop.ID(code), 0)
	switch {
	case err != nil:
		return nil, err
	case len(records) == 0:
		return nil, hintedError{fmt.Errorf("there is no workshop %q", typed), "convene list shows the codes there are"}
	}
	return records, nil
}
