package org.broadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Something that takes text or bytes from outside, and must not be harmed by any. Each target is fed in two ways:
 *
 * <ul>
 * <li>{@link #mutated_seeds} tries what was found before, and changes its seeds at random. It takes seconds, is part of
 * every build, and gives the same inputs each time; {@code -Dfuzz.seed=7} gives others, {@code -Dfuzz.inputs=100000} more.
 * <li>{@link #fuzz} lets Jazzer look for inputs that reach other code, for a minute: {@code mvn test -Pfuzz}. What it
 * finds is written to {@code src/test/resources/…/NAMEInputs/fuzz}, and so becomes a test.
 * </ul>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FuzzTarget {

    private static final long SEED = Long.getLong("fuzz.seed", 20_261_120);

    private final List<String> seeds;
    private final List<String> pieces;
    private final int inputs;

    /**
     * @param inputs how many are tried in every build
     * @param seeds well-formed inputs
     * @param pieces what inputs are made of, and what breaks them
     */
    protected FuzzTarget(int inputs, List<String> seeds, List<String> pieces) {
        this.inputs = Integer.getInteger("fuzz.inputs", inputs);
        this.seeds = seeds;
        this.pieces = pieces;
    }

    /** Fails if the input does harm; refusing it, in the way that is documented, is none. */
    protected abstract void check(byte[] input) throws Exception;

    /** A seed as the bytes that the target takes. */
    protected byte[] bytes(String seed) throws Exception {
        return seed.getBytes(StandardCharsets.UTF_8);
    }

    @MethodSource("wellFormed")
    @FuzzTest(maxDuration = "60s")
    void fuzz(byte[] input) throws Exception {
        check(input);
    }

    List<byte[]> wellFormed() throws Exception {
        List<byte[]> all = new ArrayList<>();
        for (String seed : seeds) {
            all.add(bytes(seed));
        }
        return all;
    }

    @Test
    void mutated_seeds() throws Exception {
        for (byte[] input : found()) {
            check(input);
        }
        Random random = new Random(SEED);
        for (int i = 0; i < inputs; i++) {
            byte[] input = mutated(random);
            try {
                check(input);
            } catch (Exception | Error e) {
                throw new AssertionError("input " + i + " of seed " + SEED + ": " + shown(input), e);
            }
        }
    }

    /** What did harm once; empty if nothing did. */
    private List<byte[]> found() throws IOException {
        URL folder = getClass().getResource(getClass().getSimpleName() + "Inputs/fuzz");
        if (folder == null) {
            return List.of();
        }
        List<byte[]> inputs = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(URI.create(folder.toString())))) {
            for (Path file : files) {
                inputs.add(Files.readAllBytes(file));
            }
        }
        return inputs;
    }

    private byte[] mutated(Random random) throws Exception {
        byte[] input = bytes(seeds.get(random.nextInt(seeds.size())));
        for (int changes = random.nextInt(6); changes > 0; changes--) {
            int at = random.nextInt(input.length + 1);
            int end = at + random.nextInt(Math.min(64, input.length - at) + 1);
            byte[] piece = switch (random.nextInt(4)) {
                case 0 -> pieces.get(random.nextInt(pieces.size())).getBytes(StandardCharsets.UTF_8);
                case 1 -> new byte[]{(byte) random.nextInt(256)};
                case 2 -> Arrays.copyOfRange(input, at, end);
                default -> new byte[0];
            };
            boolean replaces = random.nextBoolean();
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(input, 0, at);
            changed.writeBytes(piece);
            changed.write(input, replaces ? end : at, input.length - (replaces ? end : at));
            input = changed.toByteArray();
        }
        return input;
    }

    private static String shown(byte[] input) {
        return new String(input, StandardCharsets.ISO_8859_1).chars()
                .mapToObj(c -> c >= ' ' && c <= '~' && c != '\\' ? Character.toString(c) : "\\x%02x".formatted(c))
                .collect(Collectors.joining());
    }
}
