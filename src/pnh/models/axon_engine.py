"""The equations of the motor axon and their solution, step by step: the twin of
frontend/src/models/axon_engine.js.

The axon inside is one point at potential V; under the myelin the periaxonal space has the potentials φp,
φj, φi at paranode, juxtaparanode and internode (all in mV against the outside).

Node (mcintyre2002mrg; the Kv1 term is that of a later model of the human motor axon, see
data/models/axon.json):

    C dV/dt = - gNa m³ h a (V - ENa) - gNaP p³ a (V - ENa) - gKv7 s (V - EK) - gKv1 n⁴ (V - EK) - gL (V - EL)
              - Jp - Jj - Ji + stimulus + noise
    Jx = Cx d(V - φx)/dt + gx (V - φx - Ex)        through the axolemma under the myelin; Kv1 also at x = j
    Jx = Cm dφx/dt + gm φx + Σ chain (φx - φnext)  and on, through myelin and along the periaxonal space

Gates follow dx/dt = α (1 - x) - β x, with linear(v, k) = v / (1 - exp(-v/k)) and a, b, c from the file:

    m, p, n:  α = a linear(V + b, c)              β = a linear(-(V + b), c)
    h:        α = a linear(-(V + b), c)           β = a / (1 + exp(-(V + b)/c))
    s:        α = a / (1 + exp(-(V + b)/c))       β = a / (1 + exp(-(V + b)/c))

times Q10 ** ((temperature - reference)/10). Additions of the course (illustrative, not published as a whole):

- calcium screens surface charge: the gates see V - slope * ln(calcium/normal);
- carbamazepine binds to inactivated sodium channels: d(bound)/dt = kon c (1 - h)(1 - bound) - kon Kd bound;
- sodium channels inactivate slowly, towards 1 / (1 + exp((V - half)/slope)), with one time constant;
- potassium that leaves the node piles up and decays; EK, and part of the leaks, follow after Nernst.

a in the equation of the node is the share of sodium channels that are neither bound nor slowly inactivated.

One fixed step: gates by their exact exponential at the potential extrapolated to mid-step, potentials by
implicit backward differences of second order, with the chain of periaxonal potentials eliminated by hand.
A step of 0.02 ms gives the spikes of 0.0025 ms within one spike per burst. Keep the order of operations
as it is: the page has the same.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache

from pnh.models.axon_data import axon_model
from pnh.models.axon_parameters import AxonParameters, Circuit, lump


@cache
def axon_circuit() -> Circuit:
    """The lumped circuit of the axon, in pF and nS."""
    return lump(axon_model().geometry, axon_model().membrane)


def nearest(value: float) -> int:
    """To the nearest whole number, halves up, as JavaScript does."""
    return math.floor(value + 0.5)


@lru_cache(maxsize=256)
def settled_state(parameters: AxonParameters, settle_ms: float) -> tuple[float, ...]:
    """The state of an axon left alone. A coarse step will do: a steady state does not depend on it."""
    numerics = axon_model().numerics
    start = numerics.start_mv
    state = [start, 0.0, 0.0, 0.0, *[math.nan] * 8, 0.0, math.nan, start, 0.0, 0.0, 0.0]
    step = numerics.settle_step_ms
    advance(parameters, state, step, [0.0] * nearest(settle_ms / step))
    state[14:18] = state[0:4]  # the steps of the run have another length: let it begin as if at rest
    return tuple(state)


def _linear(x: float, k: float) -> float:
    """x / (1 - exp(-x/k)), by its series where that is 0/0."""
    y = x / k
    return k * (1 + 0.5 * y) if -1e-6 < y < 1e-6 else x / (1 - math.exp(-y))


def advance(
    parameters: AxonParameters, state: list[float], step: float, current: list[float]
) -> tuple[list[float], list[int]]:
    """Brings `state` forward by one step per entry of `current` (pA).

    Returns the potentials (mV), the one at the start first, and the indices at which a spike was found.
    """
    model, p, c = axon_model(), parameters, axon_circuit()
    mem, q, a = model.membrane, model.temperature, model.additions
    exp, log, linear = math.exp, math.log, _linear

    node_ns = c.node_cm2 * 1e9
    na_max = mem.transient_sodium_s_cm2 * node_ns * p.transient_sodium_x
    nap_max = mem.persistent_sodium_s_cm2 * node_ns * p.persistent_sodium_x
    kv7_max = mem.kv7_s_cm2 * node_ns * p.kv7_x
    kv1_max = mem.kv1_s_cm2 * node_ns * p.kv1_x
    juxta_kv1_max = mem.juxtaparanode_kv1_s_cm2 * c.juxtaparanode_cm2 * 1e9 * p.kv1_x
    leak = mem.leak_s_cm2 * node_ns
    e_na, e_k0 = mem.sodium_reversal_mv, mem.potassium_reversal_mv
    e_leak0, e_passive0 = mem.leak_reversal_mv, mem.internode_reversal_mv

    q_act = q.q10_activation ** ((p.temperature_c - q.sodium_reference_c) / 10)
    q_inact = q.q10_inactivation ** ((p.temperature_c - q.sodium_reference_c) / 10)
    q_k = q.q10_potassium ** ((p.temperature_c - q.potassium_reference_c) / 10)
    (ma, mb, mc), (m_a, m_b, m_c) = model.gates["m"]
    (ha, hb, hc), (h_a, h_b, h_c) = model.gates["h"]
    (pa, pb, pc), (p_a, p_b, p_c) = model.gates["p"]
    (sa, sb, sc), (s_a, s_b, s_c) = model.gates["s"]
    (na, nb, nc), (n_a, n_b, n_c) = model.gates["n"]

    screening = p.calcium_slope_mv * log(p.calcium_mm / a.normal_calcium_mm)
    kv7_shift, h_shift = p.kv7_shift_mv, p.inactivation_shift_mv
    drug, bind, kd = p.carbamazepine_um, a.carbamazepine_binding_per_um_ms, a.carbamazepine_dissociation_um
    slow_half, slow_slope = a.slow_inactivation_half_mv, a.slow_inactivation_slope_mv
    slow_share, slow_decay = p.slow_inactivation_share, exp(-step / a.slow_inactivation_ms)
    accumulate, clear = p.accumulation_mm_per_pc, a.accumulation_decay_ms
    share, k0, nernst = a.accumulation_leak_share, a.resting_potassium_mm, a.nernst_slope_mv
    threshold = model.numerics.spike_mv

    # Capacitances per step (second-order backward differences), and what of the elimination stays the same.
    per = 1.5 / step
    c_node = c.node_pf * per
    c_para, c_juxta, c_inter = (pf * per for pf in c.axolemma_pf)
    k_para, k_juxta, k_inter = (pf * per for pf in c.myelin_pf)
    g_para, g_juxta, g_inter = c.axolemma_ns
    to_out, to_para, to_juxta = c.chain_ns
    y_para, y_inter = c_para + g_para, c_inter + g_inter
    d_inter = y_inter + c.myelin_ns[2] + k_inter + to_juxta
    v_inter, j_inter = y_inter / d_inter, to_juxta / d_inter
    pass_juxta = c.myelin_ns[1] + k_juxta + to_para + to_juxta - to_juxta * j_inter
    pass_para = y_para + c.myelin_ns[0] + k_para + to_out + to_para

    v, phi_p, phi_j, phi_i, m, h, np_, s, n, nj, bound, slow, rise, resting_k, v1, p1, j1, i1 = state
    fresh = math.isnan(m)
    voltage, spikes = [v], []

    for k, stimulus in enumerate(current, 1):
        # Opening rates of the gates and sums of both rates (1/ms), at the potential that the channels see.
        u = 1.5 * v - 0.5 * v1 - screening
        uh, us, uj = u - h_shift, u - kv7_shift, u - 1.5 * phi_j + 0.5 * j1
        m_open = q_act * ma * linear(u + mb, mc)
        m_sum = m_open + q_act * m_a * linear(-(u + m_b), m_c)
        p_open = q_act * pa * linear(u + pb, pc)
        p_sum = p_open + q_act * p_a * linear(-(u + p_b), p_c)
        h_open = q_inact * ha * linear(-(uh + hb), hc)
        h_sum = h_open + q_inact * h_a / (1 + exp(-(uh + h_b) / h_c))
        s_open = q_k * sa / (1 + exp(-(us + sb) / sc))
        s_sum = s_open + q_k * s_a / (1 + exp(-(us + s_b) / s_c))
        n_open = q_k * na * linear(u + nb, nc)
        n_sum = n_open + q_k * n_a * linear(-(u + n_b), n_c)
        j_open = q_k * na * linear(uj + nb, nc)
        j_sum = j_open + q_k * n_a * linear(-(uj + n_b), n_c)
        slow_end = 1 / (1 + exp((u - slow_half) / slow_slope))
        if fresh:
            m, h, np_ = m_open / m_sum, h_open / h_sum, p_open / p_sum
            s, n, nj = s_open / s_sum, n_open / n_sum, j_open / j_sum
            bound = drug * (1 - h) / (drug * (1 - h) + kd)
            slow = slow_end
        else:
            m = m_open / m_sum + (m - m_open / m_sum) * exp(-step * m_sum)
            np_ = p_open / p_sum + (np_ - p_open / p_sum) * exp(-step * p_sum)
            h = h_open / h_sum + (h - h_open / h_sum) * exp(-step * h_sum)
            s = s_open / s_sum + (s - s_open / s_sum) * exp(-step * s_sum)
            n = n_open / n_sum + (n - n_open / n_sum) * exp(-step * n_sum)
            nj = j_open / j_sum + (nj - j_open / j_sum) * exp(-step * j_sum)
            if drug > 0:
                on = bind * drug * (1 - h)
                total = on + bind * kd
                bound = on / total + (bound - on / total) * exp(-step * total)
            slow = slow_end + (slow - slow_end) * slow_decay

        # Conductances (nS), reversal potentials (mV) under accumulated potassium, currents (pA).
        available = (1 - bound) * (1 - slow_share * (1 - slow))
        g_na = na_max * m * m * m * h * available + nap_max * np_ * np_ * np_ * available
        n2, j2 = n * n, nj * nj
        g_k = kv7_max * s + kv1_max * n2 * n2
        shift = nernst * log(1 + rise / k0)
        e_k, e_leak, e_passive = e_k0 + shift, e_leak0 + share * shift, e_passive0 + share * shift
        potassium = g_k * (v - e_k) * 1e-3
        if fresh:
            resting_k, fresh = potassium, False
        rise += step * (accumulate * (potassium - resting_k) - rise / clear)
        if rise < -0.5 * k0:
            rise = -0.5 * k0

        # Backward differences: each periaxonal potential is (slope * V + offset) of the new V, solved
        # from the internode to the node; past_… are what the differences look back on.
        past_v, past_p = (4 * v - v1) / 3, (4 * phi_p - p1) / 3
        past_j, past_i = (4 * phi_j - j1) / 3, (4 * phi_i - i1) / 3
        g_juxta_k = juxta_kv1_max * j2 * j2
        y_juxta = c_juxta + g_juxta + g_juxta_k
        r_para = -(c_para * (past_v - past_p) + g_para * e_passive)
        r_juxta = -(c_juxta * (past_v - past_j) + g_juxta * e_passive + g_juxta_k * e_k)
        r_inter = -(c_inter * (past_v - past_i) + g_inter * e_passive)
        i_off = (r_inter + k_inter * past_i) / d_inter
        d_juxta = y_juxta + pass_juxta
        j_slope = (y_juxta + to_juxta * v_inter) / d_juxta
        j_off = (r_juxta + k_juxta * past_j + to_juxta * i_off) / d_juxta
        j_para = to_para / d_juxta
        d_para = pass_para - to_para * j_para
        slope_p = (y_para + to_para * j_slope) / d_para
        off_p = (r_para + k_para * past_p + to_para * j_off) / d_para
        slope_j, off_j = j_slope + j_para * slope_p, j_off + j_para * off_p
        slope_i, off_i = v_inter + j_inter * slope_j, i_off + j_inter * off_j
        v1, p1, j1, i1 = v, phi_p, phi_j, phi_i
        v = (
            c_node * past_v + g_na * e_na + g_k * e_k + leak * e_leak + stimulus
            + y_para * off_p - r_para + y_juxta * off_j - r_juxta + y_inter * off_i - r_inter
        ) / (
            c_node + g_na + g_k + leak
            + y_para * (1 - slope_p) + y_juxta * (1 - slope_j) + y_inter * (1 - slope_i)
        )  # fmt: skip
        phi_p, phi_j, phi_i = slope_p * v + off_p, slope_j * v + off_j, slope_i * v + off_i
        voltage.append(v)
        if v1 < threshold <= v:
            spikes.append(k)

    state[:] = v, phi_p, phi_j, phi_i, m, h, np_, s, n, nj, bound, slow, rise, resting_k, v1, p1, j1, i1
    return voltage, spikes
