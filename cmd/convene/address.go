package main

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"convene/workshop"
)

// sshPort is where ssh goes unless it is told otherwise.
const sshPort = 22

// address is where people find the door: a host name, or an IP address without brackets, and a port.
type address struct {
	host string
	port uint16
}

// join is the command that brings somebody into a workshop.
func (a address) join(code workshop.ID) string {
	if a.port == sshPort {
		return fmt.Sprintf("ssh %s@%s", code, a.host)
	}
	return fmt.Sprintf("ssh -p %d %s@%s", a.port, code, a.host)
}

// url is the same for whoever opens links, a telephone for example. OpenSSH itself opens none with an IPv6 address in
// it (seen with 9.2), so there the command is the better invitation.
func (a address) url(code workshop.ID) string {
	u := url.URL{Scheme: "ssh", User: url.User(string(code)), Host: a.host}
	switch {
	case a.port != sshPort:
		u.Host = net.JoinHostPort(a.host, strconv.Itoa(int(a.port)))
	case strings.Contains(a.host, ":"):
		u.Host = "[" + a.host + "]"
	}
	return u.String()
}

// advertised lists where people can reach the door that listens, best first, and at least one address. What the
// facilitator says with --advertise stands alone; see parseAdvertised. Otherwise it is the address that the door is
// bound to, or if it is open to all, what is reachable at the interfaces, or localhost if nothing is.
func advertised(listen net.Addr, advertise string, all []netInterface) ([]address, error) {
	at, err := netip.ParseAddrPort(listen.String())
	if err != nil {
		return nil, fmt.Errorf("find own address: %w", err)
	}
	if advertise != "" {
		given, err := parseAdvertised(advertise, at.Port())
		return []address{given}, err
	}
	if bound := at.Addr().Unmap(); !bound.IsUnspecified() {
		return []address{{bound.String(), at.Port()}}, nil
	}
	var out []address
	for _, ip := range reachable(all) {
		if ip.Is4() || at.Addr().Is6() { // a door that is bound to 0.0.0.0 does not hear IPv6
			out = append(out, address{ip.String(), at.Port()})
		}
	}
	if len(out) == 0 {
		out = append(out, address{"localhost", at.Port()})
	}
	return out, nil
}

// errNoAddress is returned when people could not find anything at what --advertise says.
var errNoAddress = errors.New("--advertise takes HOST or HOST:PORT, a name or an IP address ([IPV6]:PORT)")

// parseAdvertised reads a host name, an IPv4 or an IPv6 address, with a port if it is not the one that the door listens
// at: a router may have another one for it. What comes through goes into a command that people copy into a shell. The
// error wraps errNoAddress.
func parseAdvertised(s string, port uint16) (address, error) {
	no := fmt.Errorf("%w: not %q", errNoAddress, s)
	host := s
	if name, digits, err := net.SplitHostPort(s); err == nil {
		n, err := strconv.ParseUint(digits, 10, 16)
		if err != nil || n == 0 {
			return address{}, no
		}
		host, port = name, uint16(n)
	} else if inner, ok := strings.CutPrefix(s, "["); ok {
		if host, ok = strings.CutSuffix(inner, "]"); !ok {
			return address{}, no
		}
	}
	ip, err := netip.ParseAddr(host)
	switch {
	case err == nil && !ip.IsUnspecified() && !ip.IsMulticast() && ip.Zone() == "": // a zone means nothing elsewhere
		return address{ip.Unmap().String(), port}, nil
	case err != nil && !strings.HasPrefix(s, "[") && isHostName(host):
		return address{host, port}, nil
	default:
		return address{}, no
	}
}

// isHostName says whether that may be the name of a host: labels of letters, digits and hyphens, as RFC 1123 has them,
// and underscores, which there are. The last label is no number, or it would be an IP address with a mistake.
func isHostName(s string) bool {
	if len(s) > 253 {
		return false
	}
	labels := strings.Split(s, ".")
	for _, label := range labels {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' ||
			strings.Trim(strings.ToLower(label), "abcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
			return false
		}
	}
	return strings.Trim(labels[len(labels)-1], "0123456789") != ""
}
