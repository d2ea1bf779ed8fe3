package org.broadsheet.cli;

import org.broadsheet.web.Network;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Addresses as they are typed: {@code 10.0.0.1} or {@code 10.0.0.0/8}. */
final class NetworkText implements ITypeConverter<Network> {

    @Override
    public Network convert(String text) {
        try {
            return Network.of(text.strip());
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is no address like 10.0.0.1 or 10.0.0.0/8");
        }
    }
}
