package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"convene/workshop/export"
	"convene/workshop/workshoptest"
)

// Whatever somebody gives as a name, a note, a title or a reason, a log has one line for each record, and each of them says when it
// was; its JSON has the published schema; the minute and the exports are text without a control character in it, and the programs
// for which they are made can read them.
func FuzzLogsAndExportsStayWellFormed(f *testing.F) {
	for _, s := range workshoptest.HostileTexts() {
		f.Add(s)
	}
	lineOf := regexp.MustCompile(`^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d  \S`)
	f.Fuzz(func(t *testing.T, given string) {
		s, err := workshoptest.Hostile(given, func(*workshoptest.Stage) {})
		if err != nil {
			t.Fatal(err)
		}
		var log bytes.Buffer
		if err := writeLog(&log, s.Records); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(log.String(), "\n"), "\n")
		if len(lines) != len(s.Records) {
			t.Errorf("%d lines for %d records", len(lines), len(s.Records))
		}
		for _, l := range lines {
			if !lineOf.MatchString(l) {
				t.Errorf("a line of the log is %q", l)
			}
		}
		isText(t, "the log", log.Bytes())
		linesFit(t, lineSchema(t), "the log", s.Records)
		var minute bytes.Buffer
		if err := writeMinute(&minute, s.Records); err != nil {
			t.Fatal(err)
		}
		isText(t, "the minute", minute.Bytes())
		for _, format := range export.Formats() {
			var out bytes.Buffer
			if err := export.Write(&out, format, s.State.Canvas()); err != nil {
				t.Fatal(err)
			}
			page := out.Bytes()
			isText(t, string(format), page)
			switch format {
			case export.FormatJSON:
				if !json.Valid(page) {
					t.Errorf("no JSON: %s", page)
				}
			case export.FormatCSV:
				if rows, err := csv.NewReader(&out).ReadAll(); err != nil || len(rows) != 3 {
					t.Errorf("%d rows, %v:\n%s", len(rows), err, page)
				}
			}
		}
	})
}

// isText checks that a document has no character that does something to whoever shows it.
func isText(t *testing.T, name string, page []byte) {
	t.Helper()
	if !utf8.Valid(page) {
		t.Errorf("%s is no UTF-8", name)
	}
	bad := func(r rune) bool {
		return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) && r != '\u2068' && r != '\u2069'
	}
	if i := bytes.IndexFunc(page, bad); i >= 0 {
		t.Errorf("%s has a control character at byte %d: %q", name, i, page[max(0, i-20):min(len(page), i+20)])
	}
}
