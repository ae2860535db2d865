// Documents that JSON cannot write, each handed to the function, and what it did: the
// error's message, or what came back. After each a good document must be judged as ever.
const good = () => ({
    format: "exchange-virtualization-deployment/1",
    exchange: { version: "2000" },
});
const vm = (members) => ({ ...good(), vms: [{ id: "a", ...members }] });
const cycle = vm({});
cycle.vms[0].storage = { kind: "fixed-virtual-disk", iscsi: cycle };
const ring = [];
ring.push(ring);
let deep = {};
for (let level = 0; level < 100000; level += 1) { deep = { a: deep }; }
const revoked = Proxy.revocable({}, {});
revoked.revoke();
const storage = { kind: "fixed-virtual-disk", block_level: true };
class Machine { constructor() { this.id = "a"; } }

const documents = {
    "undefined": [undefined],
    "null": [null],
    "a text": ["{}"],
    "a number": [4],
    "a list": [[]],
    "a function": [() => good()],
    "a map": [new Map(Object.entries(good()))],
    "not a number": [vm({ memory_gb: NaN })],
    "infinite": [vm({ memory_gb: -Infinity })],
    "a big integer": [vm({ vcpus: 4n })],
    "a cycle": [cycle],
    "a cycle of lists": [{ ...good(), vms: ring }],
    "half a character": [{ ...good(), name: "a\ud83d" }],
    "half a character first": [{ ...good(), name: "\udcffa" }],
    "half a character in a key": [{ ...good(), "\ud83d": 1 }],
    "half a character in an id": [{ ...good(), vms: [{ id: "\ud83d" }] }],
    "a map inside": [{ ...good(), exchange: new Map([["version", "2003"]]) }],
    "a set inside": [vm({ roles: new Set(["mailbox"]) })],
    "a date": [{ ...good(), as_of: new Date(0) }],
    "a function inside": [vm({ vcpus: () => 4 })],
    "a symbol": [vm({ vcpus: Symbol("4") })],
    "a typed list": [vm({ roles: new Uint8Array(2) })],
    "a promise": [vm({ storage: Promise.resolve({}) })],
    "a regular expression": [{ ...good(), name: /x/ }],
    "no member of a list": [{ ...good(), vms: [undefined] }],
    "a list with holes": [{ ...good(), vms: [, { id: "a" }] }],
    "a getter that throws": [{ ...good(), get name() { throw new TypeError("no name today"); } }],
    "a proxy that is gone": [{ ...good(), exchange: revoked.proxy }],
    "nested deep": [{ ...good(), name: deep }],
    "a day that is none": [good(), { asOf: "2026-02-30" }],
    "a day as people write it": [good(), { asOf: "23.11.2026" }],
    "a day as a number": [good(), { asOf: 20261123 }],
    "several at once": [{
        ...vm({ vcpus: NaN, memory_gb: new Date(0), roles: new Map(), storage: { kind: "fixed", raid_protected: 1 } }),
        name: 5n,
        hosts: [{ id: "h", sockets: 0, cores: 4 }],
    }],
    "members that are undefined": [{
        format: "exchange-virtualization-deployment/1",
        name: undefined,
        exchange: { version: "2000", service_pack: undefined },
        hosts: undefined,
        vms: [{ id: "a", vcpus: undefined, storage: undefined }],
        accepted: undefined,
    }, { asOf: undefined }],
    "the same object twice": [{
        ...good(),
        vms: [{ id: "a", storage }, { id: "b", storage }],
    }, {}],
    "an object without a prototype": [Object.assign(Object.create(null), good()), undefined],
    "an object of a class": [{ ...good(), vms: [new Machine()] }],
    "a frozen object": [Object.freeze(good()), Object.freeze({ asOf: "2026-11-23" })],
};

const tag = (value) => Object.prototype.toString.call(value);
const call = (parameters) => {
    try {
        return { verdict: exchangeAdvisor.assess(...parameters).verdict };
    } catch (error) {
        return { error: tag(error) === "[object Error]" ? error.message : `not an Error: ${tag(error)}` };
    }
};
return Object.entries(documents).map(([name, parameters]) => {
    const outcome = call(parameters);
    const after = call([good()]);
    return { name, ...outcome, after: after.verdict ?? `error: ${after.error}` };
});
