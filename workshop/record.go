package workshop

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"time"
	"unicode/utf8"
)

// Record is an event as it is stored: with its number, when it happened, whose it was, and in the booth on whose
// keyboard.
type Record struct {
	Seq   Seq
	At    time.Time
	By    PersonID
	Via   PersonID
	Event Event
}

// ConflictError says that a log moved on: records were to be appended after Expected, but the log ends at Actual.
type ConflictError struct {
	Expected, Actual Seq
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("the log has moved on: expected to append after record %d, but it ends at %d", e.Expected, e.Actual)
}

// Records numbers the events that followed from an envelope, to be appended after the given Seq. Times are kept in
// UTC without the monotonic reading, so that a record equals itself after a round trip through the disk.
func Records(after Seq, e Envelope, events ...Event) []Record {
	rs := make([]Record, len(events))
	for i, v := range events {
		rs[i] = Record{Seq: after + Seq(i) + 1, At: e.At.UTC().Round(0), By: e.By, Via: e.Via, Event: v}
	}
	return rs
}

// recordJSON is the form on disk. Fields may be added; none may change its meaning.
type recordJSON struct {
	Seq   Seq             `json:"seq"`
	At    time.Time       `json:"at"`
	By    PersonID        `json:"by"`
	Via   PersonID        `json:"via,omitempty"`
	Kind  string          `json:"kind"`
	Event json.RawMessage `json:"event"`
}

// MarshalJSON writes the record with its kind by name. A ballot is not written: it belongs into the box.
func (r Record) MarshalJSON() ([]byte, error) {
	if r.Event == nil {
		return nil, fmt.Errorf("write record %d: it has no event", r.Seq)
	}
	raw, err := json.Marshal(r.Event)
	if err != nil {
		return nil, fmt.Errorf("write record %d: %w", r.Seq, err)
	}
	return json.Marshal(recordJSON{r.Seq, r.At, r.By, r.Via, r.Event.Kind(), raw})
}

// kinds finds an event's type by its name on disk. It is built once and never changes.
var kinds = func() map[string]reflect.Type {
	m := make(map[string]reflect.Type)
	for _, v := range Kinds() {
		m[v.Kind()] = reflect.TypeOf(v)
	}
	return m
}()

// UnmarshalJSON reads what MarshalJSON wrote. A kind that this program does not know is an error: a newer one
// wrote it. Text with control characters is ErrDamaged: nobody could have typed it.
func (r *Record) UnmarshalJSON(b []byte) (err error) {
	if j, plain := readPlain(b); plain {
		if *r, err = j.record(b); err == nil {
			return nil
		}
	}
	var j recordJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return fmt.Errorf("read record: %w", err)
	}
	*r, err = j.record(b)
	return err
}

// record reads the event of a record as it was written.
func (j recordJSON) record(written []byte) (Record, error) {
	if hasControls(written) {
		return Record{}, fmt.Errorf("read record %d: it holds characters that nobody can type here: %w", j.Seq, ErrDamaged)
	}
	kind, ok := kinds[j.Kind]
	if !ok {
		return Record{}, fmt.Errorf("read record %d: unknown kind %q; %w", j.Seq, j.Kind, ErrNewer)
	}
	p := reflect.New(kind)
	if err := json.Unmarshal(j.Event, p.Interface()); err != nil {
		return Record{}, fmt.Errorf("read record %d (%s): %w", j.Seq, j.Kind, err)
	}
	return Record{j.Seq, j.At, j.By, j.Via, p.Elem().Interface().(Event)}, nil
}

// readPlain reads what stands around the event of a record, when that is as MarshalJSON writes it and needs no escape. A whole
// log is read when its workshop is opened, and half of that time went into reading this in general; whatever looks otherwise
// still is. The event is left for its own type to read.
func readPlain(b []byte) (j recordJSON, ok bool) {
	rest := b
	next := func(label, end string) (string, bool) {
		after, found := bytes.CutPrefix(rest, []byte(label))
		value, remains, ended := bytes.Cut(after, []byte(end))
		if !found || !ended || bytes.ContainsFunc(value, isEscaped) {
			return "", false
		}
		rest = remains
		return string(value), true
	}
	seq, isSeq := next(`{"seq":`, `,`)
	at, isAt := next(`"at":"`, `",`)
	by, isBy := next(`"by":"`, `",`)
	via, _ := next(`"via":"`, `",`)
	kind, isKind := next(`"kind":"`, `","event":`)
	if !isSeq || !isAt || !isBy || !isKind || !bytes.HasSuffix(rest, []byte("}")) {
		return j, false
	}
	n, err := strconv.ParseUint(seq, 10, 64)
	if err != nil || seq != strconv.FormatUint(n, 10) || j.At.UnmarshalText([]byte(at)) != nil {
		return recordJSON{}, false
	}
	j.Seq, j.By, j.Via, j.Kind, j.Event = Seq(n), PersonID(by), PersonID(via), kind, rest[:len(rest)-1]
	return j, true
}

// isEscaped says whether a character doesn't stand for itself in JSON, or may not.
func isEscaped(r rune) bool { return r == '"' || r == '\\' || r < ' ' || r == utf8.RuneError }
