package main

import (
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// What is refused by the thousand is ten lines and then one a minute, which counts the others. Nothing is left uncounted.
func TestALogTakesTenLinesOfAKindAndThenOneAMinute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		page := &pages{}
		log, flush := sparingLog(page, slog.LevelDebug)
		for n := range 10_000 {
			log.Warn("turned away", "why", "no seat has that code", "guess", n)
		}
		if n := strings.Count(page.String(), "\n"); n != manyRefusals {
			t.Errorf("%d lines at once", n)
		}
		log.Warn("turned away", "why", "the door is locked")
		if !strings.Contains(page.String(), "the door is locked") {
			t.Error("a line of another kind has to wait")
		}
		time.Sleep(time.Minute)
		synctest.Wait()
		want := fmt.Sprintf(`why="no seat has that code" guess=9999 times=%d`, 10_000-manyRefusals)
		if !strings.Contains(page.String(), want) {
			t.Errorf("a minute later there is no %s in\n%s", want, page)
		}
		log.Warn("turned away", "why", "no seat has that code", "guess", "late")
		flush()
		flush()
		if n := strings.Count(page.String(), "guess=late times=1"); n != 1 {
			t.Errorf("at the end the last line stands there %d times in\n%s", n, page)
		}
	})
}

// However hard somebody tries: a day of everything at once is so many lines.
func TestADayOfAttacksDoesNotFillADisk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		page := &pages{}
		log, flush := sparingLog(page, slog.LevelDebug)
		visit := log.With("user", strings.Repeat("x", 64), "from", "2001:db8:1234:5678:9abc:def0:1234:5678")
		for range 24 * 60 * 60 {
			for range 5 {
				visit.Info("visit begins", "client", strings.Repeat("x", 64), "term", strings.Repeat("x", 64), "key", strings.Repeat("x", 50))
				visit.Info("visit ends")
				visit.Warn("refused", "why", "nothing is forwarded", "what", strings.Repeat("x", 64))
			}
			time.Sleep(time.Second)
		}
		flush()
		size := len(page.String())
		t.Logf("a day of five visits a second that are refused something: %d lines, %.1f MB",
			strings.Count(page.String(), "\n"), float64(size)/1e6)
		if size > 50e6 {
			t.Errorf("%d bytes", size)
		}
	})
}

// A busy day of workshops: every visit has its two lines.
func TestEveryVisitOfAFullHouseIsLogged(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		page := &pages{}
		log, _ := sparingLog(page, slog.LevelInfo)
		const most = 1200
		for range most {
			log.Info("visit begins")
			log.Info("visit ends")
		}
		if n := strings.Count(page.String(), "\n"); n != 2*most {
			t.Errorf("%d lines of %d visits", n, most)
		}
	})
}

func TestAKindIsWhatWeSayAndNotWhatVisitorsSay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		page := &pages{}
		log, _ := sparingLog(page, slog.LevelDebug)
		h := log.Handler().(sparing)
		for n := range 1000 {
			log.Warn("refused", "why", "no port is forwarded", "what", fmt.Sprint("tcpip-", n))
		}
		if n := len(h.book.kinds); n != 1 {
			t.Errorf("%d kinds", n)
		}
		for n := range 1000 {
			log.Warn(fmt.Sprint("message ", n))
		}
		if n := len(h.book.kinds); n > kindsOfLines+1 {
			t.Errorf("%d kinds are remembered", n)
		}
	})
}

// What a library has to say goes into the same log, and never over a screen.
func TestLibrariesWriteIntoTheSameLog(t *testing.T) {
	before := slog.Default()
	defer slog.SetDefault(before)
	page := &pages{}
	if _, _, err := (&options{logLevel: "info"}).logger(page); err != nil {
		t.Fatal(err)
	}
	for range 100 {
		slog.Warn("failed to accept a channel", "error", "EOF\nlevel=ERROR msg=forged")
	}
	if n := strings.Count(page.String(), "\n"); n != manyRefusals || strings.Contains(page.String(), "\nlevel=") {
		t.Errorf("%d lines:\n%s", n, page)
	}
}
