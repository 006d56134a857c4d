-- Sends one new report after the other, each with a code of its own, as the form of a signed-in person does.
local letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
local csrf = os.getenv("FORKANT_CSRF")
local unit = os.getenv("FORKANT_UNIT")

function init(args)
    math.randomseed(os.time() + tonumber(tostring({}):sub(8), 16) % 100000)
end

local function code()
    local made = {}
    for place = 1, 16 do
        local at = math.random(32)
        made[place] = letters:sub(at, at)
    end
    return table.concat(made)
end

function request()
    local body = "csrf=" .. csrf .. "&unit=" .. unit .. "&code=" .. code()
        .. "&kind=near_miss&what=Vand+p%C3%A5+gulvet+ved+n%C3%B8dbruseren&place=Laboratorium+2"
    return wrk.format("POST", nil, {
        ["Content-Type"] = "application/x-www-form-urlencoded", ["Cookie"] = os.getenv("FORKANT_COOKIE"),
    }, body)
end

function response(status)
    if status ~= 303 and not said then
        said = true
        io.stderr:write("a report was answered with " .. status .. "\n")
    end
end
