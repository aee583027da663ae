package workshop

import (
	"fmt"
	"time"
)

// Span is a length of time, in steps of a nanosecond as time.Duration is. On disk it reads as Go writes durations ("5m0s"), so
// that a person can read the log.
type Span time.Duration

// Minutes is a Span of n minutes.
func Minutes(n int) Span { return Span(n) * Span(time.Minute) }

// Minutes is the span in whole minutes, rounded to the nearest.
func (s Span) Minutes() int { return int(time.Duration(s).Round(time.Minute) / time.Minute) }

func (s Span) String() string { return time.Duration(s).String() }

// MarshalText writes the span as "5m0s".
func (s Span) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (s *Span) UnmarshalText(b []byte) error {
	d, err := time.ParseDuration(string(b))
	if err != nil {
		return fmt.Errorf("read span: %w", err)
	}
	*s = Span(d)
	return nil
}
