// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <span>

namespace desk::demo {

/// Mixes 64 bits well enough for invented data (the finaliser of splitmix64).
[[nodiscard]] constexpr quint64 mixed(quint64 x)
{
    x += 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31);
}

/// Repeatable chance: the same seed and stream give the same draws on every machine, which the standard
/// library's distributions do not promise.
class Rng {
public:
    Rng(quint64 seed, quint64 stream) : m_state(mixed(seed) ^ mixed(stream * 2 + 1)) { }

    [[nodiscard]] quint64 next() { return mixed(m_state += 0x9e3779b97f4a7c15U); }
    /// 0 … count-1; `count` at least 1.
    [[nodiscard]] quint32 below(quint32 count) { return static_cast<quint32>(((next() >> 32) * count) >> 32); }
    /// `from` … `to`, both included.
    [[nodiscard]] int between(int from, int to)
    {
        return from + static_cast<int>(below(static_cast<quint32>(to - from + 1)));
    }
    [[nodiscard]] bool chance(int perThousand) { return static_cast<int>(below(1000)) < perThousand; }
    template <class T> [[nodiscard]] const T &pick(std::span<const T> all)
    {
        return all[below(static_cast<quint32>(all.size()))];
    }
    template <class T, std::size_t N> [[nodiscard]] const T &pick(const T (&all)[N])
    {
        return all[below(static_cast<quint32>(N))];
    }

private:
    quint64 m_state;
};

/// A one-to-one shuffle of 0 … count-1 that needs no memory: a Feistel network over the next even power of
/// two, walked until it lands inside.
class Shuffle {
public:
    Shuffle(quint32 count, quint64 seed) : m_count(count), m_seed(seed)
    {
        while ((quint64(1) << (2 * m_halfBits)) < count)
            ++m_halfBits;
    }
    [[nodiscard]] quint32 at(quint32 index) const
    {
        do {
            index = once(index);
        } while (index >= m_count);
        return index;
    }

private:
    [[nodiscard]] quint32 once(quint32 value) const
    {
        const quint32 mask = (quint32(1) << m_halfBits) - 1;
        quint32 left = value >> m_halfBits, right = value & mask;
        for (quint32 round = 0; round < 4; ++round) {
            const quint32 next = left ^ (static_cast<quint32>(mixed(m_seed + round * 0x1000003U + right)) & mask);
            left = right;
            right = next;
        }
        return (left << m_halfBits) | right;
    }

    quint32 m_count;
    quint64 m_seed;
    quint32 m_halfBits = 1;
};

} // namespace desk::demo
