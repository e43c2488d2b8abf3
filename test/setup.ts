import nock from "nock";

// The network is off in tests; servers of the test itself, on this machine, are reached.
nock.disableNetConnect();
nock.enableNetConnect(/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/);
