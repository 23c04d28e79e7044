// The motor axon's equations, in one function that refers to nothing outside itself, so that `(${axonEngine})()` also
// works inside a Blob worker. Equations, symbols and sources: src/pnh/models/axon_engine.py, whose twin this is.

/** The engine: { circuit, settle, start, simulate }. Its arguments are taken as checked (axon.js checks them). */
export function axonEngine() {
  const { exp, log, sqrt, cos, sin, imul, round, PI } = Math;

  /** x / (1 − exp(−x/k)), by its series where that is 0/0. */
  const linear = (x, k) => {
    const y = x / k;
    return y < 1e-6 && y > -1e-6 ? k * (1 + 0.5 * y) : x / (1 - exp(-y));
  };

  /** Lumped constants of one node and its two half internodes, from geometry: areas cm², pF, nS. */
  function circuit({ geometry: g, membrane: m }) {
    const cm = 1e-4;
    const side = (diameter, length) => PI * diameter * cm * length * cm;
    const gap = (diameter, nm) => PI * ((diameter / 2 + nm * 1e-3) ** 2 - (diameter / 2) ** 2) * cm * cm;
    const internode = g.node_spacing_um - g.node_length_um - 2 * g.paranode_length_um - 2 * g.juxtaparanode_length_um;
    const area = {
      node: side(g.node_diameter_um, g.node_length_um),
      paranode: 2 * side(g.node_diameter_um, g.paranode_length_um),
      juxtaparanode: 2 * side(g.axon_diameter_um, g.juxtaparanode_length_um),
      internode: side(g.axon_diameter_um, internode),
    };
    const axial = (length, diameter, nm) => (g.periaxonal_resistivity_ohm_cm * length * cm) / gap(diameter, nm);
    const paranode = axial(g.paranode_length_um, g.node_diameter_um, g.paranode_gap_nm);
    const juxta = axial(g.juxtaparanode_length_um, g.axon_diameter_um, g.internode_gap_nm);
    const inter = axial(internode / 2, g.axon_diameter_um, g.internode_gap_nm);
    const sheath = (length) => side(g.fibre_diameter_um, length) / (2 * g.lamellae);
    const myelin = {
      paranode: sheath(2 * g.paranode_length_um),
      juxtaparanode: sheath(2 * g.juxtaparanode_length_um),
      internode: sheath(internode),
    };
    const scaled = (areas, factor) => Object.fromEntries(Object.entries(areas).map(([part, value]) => [part, value * factor]));
    return {
      area_cm2: area,
      capacitance_pf: scaled(area, m.capacitance_uf_cm2 * 1e6),
      myelin_pf: scaled(myelin, m.myelin_capacitance_uf_cm2 * 1e6),
      myelin_ns: scaled(myelin, m.myelin_conductance_s_cm2 * 1e9),
      paranode_ns: m.paranode_conductance_s_cm2 * area.paranode * 1e9,
      juxtaparanode_ns: m.internode_conductance_s_cm2 * area.juxtaparanode * 1e9,
      internode_ns: m.internode_conductance_s_cm2 * area.internode * 1e9,
      outside_to_paranode_ns: (2 / (paranode / 2)) * 1e9,
      paranode_to_juxtaparanode_ns: (2 / (paranode / 2 + juxta / 2)) * 1e9,
      juxtaparanode_to_internode_ns: (2 / (juxta / 2 + inter / 3)) * 1e9,
    };
  }

  /**
   * Brings `state` forward by one step per entry of `current` (pA). The potential after each step goes into
   * `voltage` from index `at` on, the times of spikes (ms, at the end of their step) onto `spikes`.
   */
  function advance(p, state, step, current, voltage, at, spikes) {
    const { membrane: mem, gates, temperature: q, additions: a, numerics } = p.model;
    const c = circuit(p.model);
    const nodeNs = c.area_cm2.node * 1e9;
    const naMax = mem.transient_sodium_s_cm2 * nodeNs * p.transient_sodium_x;
    const napMax = mem.persistent_sodium_s_cm2 * nodeNs * p.persistent_sodium_x;
    const kv7Max = mem.kv7_s_cm2 * nodeNs * p.kv7_x;
    const kv1Max = mem.kv1_s_cm2 * nodeNs * p.kv1_x;
    const juxtaKv1Max = mem.juxtaparanode_kv1_s_cm2 * c.area_cm2.juxtaparanode * 1e9 * p.kv1_x;
    const leak = mem.leak_s_cm2 * nodeNs;
    const eNa = mem.sodium_reversal_mv, eK0 = mem.potassium_reversal_mv;
    const eLeak0 = mem.leak_reversal_mv, ePassive0 = mem.internode_reversal_mv;

    const qAct = q.q10_activation ** ((p.temperature_c - q.sodium_reference_c) / 10);
    const qInact = q.q10_inactivation ** ((p.temperature_c - q.sodium_reference_c) / 10);
    const qK = q.q10_potassium ** ((p.temperature_c - q.potassium_reference_c) / 10);
    const [ma, mb, mc] = gates.m.open, [Ma, Mb, Mc] = gates.m.close;
    const [ha, hb, hc] = gates.h.open, [Ha, Hb, Hc] = gates.h.close;
    const [pa, pb, pc] = gates.p.open, [Pa, Pb, Pc] = gates.p.close;
    const [sa, sb, sc] = gates.s.open, [Sa, Sb, Sc] = gates.s.close;
    const [na, nb, nc] = gates.n.open, [Na, Nb, Nc] = gates.n.close;

    const screening = p.calcium_slope_mv * log(p.calcium_mm / a.normal_calcium_mm);
    const kv7Shift = p.kv7_shift_mv, hShift = p.inactivation_shift_mv;
    const drug = p.carbamazepine_um, bind = a.carbamazepine_binding_per_um_ms, kd = a.carbamazepine_dissociation_um;
    const slowHalf = a.slow_inactivation_half_mv, slowSlope = a.slow_inactivation_slope_mv;
    const slowShare = p.slow_inactivation_share, slowDecay = exp(-step / a.slow_inactivation_ms);
    const accumulate = p.accumulation_mm_per_pc, clear = a.accumulation_decay_ms;
    const share = a.accumulation_leak_share, k0 = a.resting_potassium_mm, nernst = a.nernst_slope_mv;
    const threshold = numerics.spike_mv;

    const cap = c.capacitance_pf, sheath = c.myelin_pf;
    const per = 1.5 / step;
    const cNode = cap.node * per, cPara = cap.paranode * per, cJuxta = cap.juxtaparanode * per, cInter = cap.internode * per;
    const kPara = sheath.paranode * per, kJuxta = sheath.juxtaparanode * per, kInter = sheath.internode * per;
    const gPara = c.paranode_ns, gJuxta = c.juxtaparanode_ns, gInter = c.internode_ns;
    const toOut = c.outside_to_paranode_ns, toPara = c.paranode_to_juxtaparanode_ns, toJuxta = c.juxtaparanode_to_internode_ns;
    const yPara = cPara + gPara, yInter = cInter + gInter;
    const dInter = yInter + c.myelin_ns.internode + kInter + toJuxta;
    const vInter = yInter / dInter, jInter = toJuxta / dInter;
    const passJuxta = c.myelin_ns.juxtaparanode + kJuxta + toPara + toJuxta - toJuxta * jInter;
    const passPara = yPara + c.myelin_ns.paranode + kPara + toOut + toPara;

    let [V, phiM, phiJ, phiI, m, h, np, s, n, nj, bound, slow, rise, restingK, V1, M1, J1, I1] = state;
    let fresh = Number.isNaN(m);

    for (let k = 0; k < current.length; k += 1) {
      // Opening rates of the gates and sums of both rates (1/ms), at the potential that the channels see.
      const u = 1.5 * V - 0.5 * V1 - screening, uh = u - hShift, us = u - kv7Shift, uj = u - 1.5 * phiJ + 0.5 * J1;
      const mOpen = qAct * ma * linear(u + mb, mc), mSum = mOpen + qAct * Ma * linear(-(u + Mb), Mc);
      const pOpen = qAct * pa * linear(u + pb, pc), pSum = pOpen + qAct * Pa * linear(-(u + Pb), Pc);
      const hOpen = qInact * ha * linear(-(uh + hb), hc), hSum = hOpen + (qInact * Ha) / (1 + exp(-(uh + Hb) / Hc));
      const sOpen = (qK * sa) / (1 + exp(-(us + sb) / sc)), sSum = sOpen + (qK * Sa) / (1 + exp(-(us + Sb) / Sc));
      const nOpen = qK * na * linear(u + nb, nc), nSum = nOpen + qK * Na * linear(-(u + Nb), Nc);
      const jOpen = qK * na * linear(uj + nb, nc), jSum = jOpen + qK * Na * linear(-(uj + Nb), Nc);
      const slowEnd = 1 / (1 + exp((u - slowHalf) / slowSlope));
      if (fresh) {
        m = mOpen / mSum; h = hOpen / hSum; np = pOpen / pSum; s = sOpen / sSum; n = nOpen / nSum; nj = jOpen / jSum;
        bound = (drug * (1 - h)) / (drug * (1 - h) + kd);
        slow = slowEnd;
      } else {
        m = mOpen / mSum + (m - mOpen / mSum) * exp(-step * mSum);
        np = pOpen / pSum + (np - pOpen / pSum) * exp(-step * pSum);
        h = hOpen / hSum + (h - hOpen / hSum) * exp(-step * hSum);
        s = sOpen / sSum + (s - sOpen / sSum) * exp(-step * sSum);
        n = nOpen / nSum + (n - nOpen / nSum) * exp(-step * nSum);
        nj = jOpen / jSum + (nj - jOpen / jSum) * exp(-step * jSum);
        if (drug > 0) {
          const on = bind * drug * (1 - h), sum = on + bind * kd;
          bound = on / sum + (bound - on / sum) * exp(-step * sum);
        }
        slow = slowEnd + (slow - slowEnd) * slowDecay;
      }

      // Conductances (nS), reversal potentials (mV) under accumulated potassium, currents (pA).
      const available = (1 - bound) * (1 - slowShare * (1 - slow));
      const gNa = naMax * m * m * m * h * available + napMax * np * np * np * available;
      const n2 = n * n, j2 = nj * nj;
      const gK = kv7Max * s + kv1Max * n2 * n2;
      const shift = nernst * log(1 + rise / k0);
      const eK = eK0 + shift, eLeak = eLeak0 + share * shift, ePassive = ePassive0 + share * shift;
      const potassium = gK * (V - eK) * 1e-3;
      if (fresh) {
        restingK = potassium;
        fresh = false;
      }
      rise += step * (accumulate * (potassium - restingK) - rise / clear);
      if (rise < -0.5 * k0) rise = -0.5 * k0;

      // Backward differences of second order: each periaxonal potential is (slope · V + offset) of the new V, solved
      // from the internode to the node. pV … are the past that the differences look back on.
      const pV = (4 * V - V1) / 3, pM = (4 * phiM - M1) / 3, pJ = (4 * phiJ - J1) / 3, pI = (4 * phiI - I1) / 3;
      const gJuxtaK = juxtaKv1Max * j2 * j2, yJuxta = cJuxta + gJuxta + gJuxtaK;
      const rPara = -(cPara * (pV - pM) + gPara * ePassive);
      const rJuxta = -(cJuxta * (pV - pJ) + gJuxta * ePassive + gJuxtaK * eK);
      const rInter = -(cInter * (pV - pI) + gInter * ePassive);
      const i0 = (rInter + kInter * pI) / dInter;
      const dJuxta = yJuxta + passJuxta;
      const jV = (yJuxta + toJuxta * vInter) / dJuxta, j0 = (rJuxta + kJuxta * pJ + toJuxta * i0) / dJuxta;
      const jM = toPara / dJuxta;
      const dPara = passPara - toPara * jM;
      const mV = (yPara + toPara * jV) / dPara, m0 = (rPara + kPara * pM + toPara * j0) / dPara;
      const aV = jV + jM * mV, a0 = j0 + jM * m0, bV = vInter + jInter * aV, b0 = i0 + jInter * a0;
      V1 = V; M1 = phiM; J1 = phiJ; I1 = phiI;
      V = (cNode * pV + gNa * eNa + gK * eK + leak * eLeak + current[k] + yPara * m0 - rPara + yJuxta * a0 - rJuxta + yInter * b0 - rInter)
        / (cNode + gNa + gK + leak + yPara * (1 - mV) + yJuxta * (1 - aV) + yInter * (1 - bV));
      phiM = mV * V + m0; phiJ = aV * V + a0; phiI = bV * V + b0;
      voltage[at + k] = V;
      if (V1 < threshold && V >= threshold) spikes.push((at + k) * step);
    }
    state.set([V, phiM, phiJ, phiI, m, h, np, s, n, nj, bound, slow, rise, restingK, V1, M1, J1, I1]);
  }

  /** The state of an axon left alone for `ms`; a later run may start from it any number of times. */
  function settle(p, ms) {
    const { start_mv: start, settle_step_ms: step } = p.model.numerics;
    const state = new Float64Array(18).fill(NaN);
    state.set([start, 0, 0, 0]);
    state[12] = 0;
    state.set([start, 0, 0, 0], 14);
    const steps = round(ms / step);
    advance(p, state, step, new Float64Array(steps), new Float64Array(steps), 0, []);
    // The steps of the run have another length: let it begin as if at rest.
    state.set(state.subarray(0, 4), 14);
    return state;
  }

  /** Membrane noise (pA), an Ornstein-Uhlenbeck current; the generator is that of generator.js, mulberry32. */
  function noise(sd, seed, step, correlation) {
    let counter = seed | 0, spare = null, value = null;
    const keep = exp(-step / correlation), add = sd * sqrt(1 - keep * keep);
    const uniform = () => {
      counter = (counter + 0x6d2b79f5) | 0;
      let t = imul(counter ^ (counter >>> 15), 1 | counter);
      t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    const normal = () => {
      if (spare !== null) {
        const second = spare;
        spare = null;
        return second;
      }
      const radius = sqrt(-2 * log(1 - uniform())), angle = 2 * PI * uniform();
      spare = radius * sin(angle);
      return radius * cos(angle);
    };
    return () => (value = value === null ? sd * normal() : keep * value + add * normal());
  }

  /**
   * A run that can be taken in pieces: `run(ms)` goes on by that much and returns whether more is left.
   * `voltage_mv[k]` is the potential at k · step_ms, filled as far as `samples`; `settled` (from `settle`) saves settling anew.
   */
  function start(p, o, settled = settle(p, o.settle_ms)) {
    const step = o.step_ms, total = round(o.duration_ms / step), width = Math.max(1, round(o.pulse_ms / step));
    const starts = o.pulses_ms.map((ms) => round(ms / step));
    const draw = o.noise_pa > 0 ? noise(o.noise_pa, o.seed, step, p.model.additions.noise_correlation_ms) : null;
    const state = settled.slice();
    const voltage = new Float64Array(total + 1);
    voltage[0] = state[0];
    const trace = { voltage_mv: voltage, spikes_ms: [], step_ms: step, duration_ms: o.duration_ms, samples: 1 };
    trace.run = (ms) => {
      const from = trace.samples - 1, steps = Math.min(round(ms / step), total - from);
      const current = new Float64Array(steps);
      if (draw) for (let k = 0; k < steps; k += 1) current[k] = draw();
      for (const first of starts) {
        for (let k = Math.max(first, from); k < Math.min(first + width, from + steps); k += 1) current[k - from] += o.pulse_pa;
      }
      advance(p, state, step, current, voltage, from + 1, trace.spikes_ms);
      trace.samples += steps;
      return trace.samples <= total;
    };
    return trace;
  }

  /** A whole run; `onChunk(trace)`, if given, is called after every `chunk_ms` (default 100). */
  function simulate(p, o, settled) {
    const trace = start(p, o, settled);
    while (trace.run(o.chunk_ms ?? 100)) o.onChunk?.(trace);
    o.onChunk?.(trace);
    return trace;
  }

  return { circuit, settle, start, simulate };
}
