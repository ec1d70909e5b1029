// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Memory that asp-relay gives back is overwritten first. A password passes through many hands on its way into a mail:
// strings that grow, regular expressions, base64, file and TLS buffers, of Qt, libcurl, OpenSSL and ours. Wiping ours
// by hand reaches some of these copies; this reaches all that are freed, whoever made them. The relay is alone in
// needing it and has the time: a mail costs it a few hundred releases.
//
// With glibc only, the one place the relay is deployed on; under a sanitizer, the heap belongs to the sanitizer.
#include <cstddef> // also says whether this is glibc

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

#include <cstring>

#include <malloc.h>

extern "C" {

// glibc's own, under the names it keeps for whoever replaces the usual ones.
void *__libc_malloc(std::size_t size);
void __libc_free(void *block);

void free(void *block) noexcept
{
    if (block != nullptr)
        explicit_bzero(block, malloc_usable_size(block));
    __libc_free(block);
}

/// Never in place of the C library's, which leaves the old bytes behind when it moves a block, or cuts one short.
void *realloc(void *block, std::size_t size) noexcept
{
    if (block == nullptr)
        return __libc_malloc(size);
    const std::size_t held = malloc_usable_size(block);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    if (size <= held && size > held / 2) {
        explicit_bzero(static_cast<char *>(block) + size, held - size);
        return block;
    }
    void *moved = __libc_malloc(size);
    if (moved == nullptr)
        return nullptr;
    std::memcpy(moved, block, size < held ? size : held);
    free(block);
    return moved;
}

} // extern "C"

#endif
